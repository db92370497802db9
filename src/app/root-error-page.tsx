import { useLocation, useRouteError } from 'react-router';
import { languageOfPath } from '#contract/paths';
import { loadedLanguage } from '#i18n/i18n.ts';
import { LanguageProvider } from '#i18n/language.tsx';
import { ErrorMessage } from './error-message.tsx';
import styles from './layout.module.css';

/** Said where not even the site's frame could be had, in a language that did come. */
export function RootErrorPage() {
  const error = useRouteError();
  const { pathname } = useLocation();
  const code = loadedLanguage(languageOfPath(pathname));
  if (code === undefined) return null;
  return (
    <LanguageProvider code={code} site={{ locale: code, timeZone: 'UTC' }}>
      <main className={styles['page']}>
        <ErrorMessage error={error} />
      </main>
    </LanguageProvider>
  );
}
