import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/icon-button.tsx';

/** Fetched when it is first opened: most visits read without it. */
const SettingsPanel = lazy(async () => ({ default: (await import('./settings-panel.tsx')).SettingsPanel }));

/** The button of the reader's own choices, and their panel once it is asked for. */
export function ReaderSettings() {
  const { t } = useTranslation('reader-settings');
  // Counted, so that every press opens it again.
  const [opened, setOpened] = useState(0);
  return (
    <div className="needs-script">
      <IconButton icon="letter" label={t('open')} onClick={() => setOpened(opened + 1)} />
      {opened > 0 && (
        <Suspense>
          <SettingsPanel key={opened} />
        </Suspense>
      )}
    </div>
  );
}
