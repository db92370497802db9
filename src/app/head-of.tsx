import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { useLocation, useNavigationType } from 'react-router';
import { directionOfText } from '#contract/text/direction';
import { useLanguage } from '#i18n/language.tsx';
import type { Head, HeadPlace } from './head.ts';
import { siteQuery } from '#platform/site-queries.ts';

/** Takes the head of the page being rendered on the server; nothing does so in the browser. */
export const HeadCollector = createContext<((head: Head, place: HeadPlace) => void) | undefined>(undefined);

/** Where the page before stood. The first came with its head; what shows another is fetched with it. */
let before: string | undefined;

/** Sets the document's head. A page's own title is followed by the site's name. */
export function HeadOf({ head, bare = false }: { head: Head; bare?: boolean }) {
  const { t } = useTranslation('site');
  const { code } = useLanguage();
  const { pathname, search } = useLocation();
  const way = useNavigationType();
  const { data: site } = useSuspenseQuery(siteQuery);
  const title = bare ? head.title : t('titleOf', { page: head.title, site: site.name });
  // A tab's title has no markup: its direction is that of what it names, whatever the interface speaks.
  const whole = { ...head, title, dir: head.dir ?? directionOfText(head.title) };
  const place = { site, code, pathname };
  useContext(HeadCollector)?.(whole, place);
  const written = JSON.stringify([whole, pathname]);
  useEffect(() => {
    const from = before;
    before = pathname + search;
    if (from === undefined && document.getElementById('state') !== null) return;
    document.title = title;
    // Where it does not come, the page has its title and is none the worse for its reader.
    import('./arrival.ts').then(
      ({ arrive }) => arrive(whole, place, { from, to: pathname + search, way }),
      () => {},
    );
    // The same words written again are the same head.
    // oxlint-disable-next-line react/exhaustive-deps -- `written` stands for all of them
  }, [written]);
  return null;
}
