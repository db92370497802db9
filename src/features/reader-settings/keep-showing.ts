import { readStored } from '#platform/local-store.ts';
import { choicesKey } from './choices-key.ts';

/**
 * Shows what was chosen on the device, and what another tab chooses, for as long as the page stands; gives
 * back what ends that. The head script has shown the rest: code is fetched only for what changes words.
 */
export function keepShowing(): () => void {
  const show = () => {
    Promise.all([import('./reading-choices.ts'), import('./show-choices.ts')]).then(
      ([{ readChoices }, { showChoices }]) => showChoices(readChoices()),
      // Where it does not come, the page stays as the site writes it.
      () => {},
    );
  };
  const onStorage = ({ key }: StorageEvent) => {
    if (key === choicesKey || key === null) show();
  };
  // A page that comes back from the browser's memory has heard nothing of other tabs meanwhile.
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) show();
  };
  if (/digits|calendar|marks/.test(JSON.stringify(readStored(choicesKey)))) show();
  addEventListener('storage', onStorage);
  addEventListener('pageshow', onPageShow);
  return () => {
    removeEventListener('storage', onStorage);
    removeEventListener('pageshow', onPageShow);
  };
}
