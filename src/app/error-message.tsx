import { useTranslation } from '#i18n/words.ts';
import { isRouteErrorResponse, useLocation, useParams } from 'react-router';
import { paths } from '#contract/paths';
import { RefusedComment, UnsentComments } from '#comments';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { Offline } from '#offline';
import { ConnectionError, ProblemError } from '#platform/client.ts';
import { CodeError } from '#platform/code.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import styles from './error-message.module.css';
import { usePageContext } from './page-context.ts';

/** Whether there is no such page: so says the API, or the router of an address that it knows no page for. */
const isMissing = (error: unknown) =>
  error instanceof ProblemError ? error.problem.status === 404 : isRouteErrorResponse(error);

/** Whether a list was asked for from a place that it does not have. */
export const isWrongCursor = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'cursor_invalid';
/** Whether there was an article here, and the paper has taken it back. */
const isWithdrawn = (error: unknown) =>
  error instanceof ProblemError && error.problem.errors?.some(({ code }) => code === 'withdrawn') === true;

/** What such a page is called. */
export function useErrorTitle() {
  const { t } = useTranslation('site');
  return (error: unknown) => {
    if (isWithdrawn(error)) return t('withdrawn.title');
    return isMissing(error) ? t('notFound.title') : t('failed.title');
  };
}

/** Why there is no page, in words, and a way on: where nothing can try again in place, the page anew. */
export function ErrorMessage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('site');
  const { code } = useLanguage();
  const words = useProblemWords();
  const { pathname } = useLocation();
  const { slug } = useParams();
  const { form } = usePageContext();
  const title = useErrorTitle()(error);
  const missing = isMissing(error);
  const reason = () => {
    if (isWithdrawn(error)) return t('withdrawn.text');
    if (missing) return t('notFound.text');
    return words.of(error);
  };
  return (
    <div className={styles['error']}>
      <h1>{title}</h1>
      <p>{reason()}</p>
      {form !== undefined && form.slug === slug && <RefusedComment refused={form} />}
      {slug !== undefined && <UnsentComments slug={slug} />}
      <p className={styles['ways']}>
        {!missing &&
          (onRetry === undefined || isWrongCursor(error) || error instanceof CodeError ? (
            <a href={pathname}>{t('tryAgain')}</a>
          ) : (
            <span className="needs-script">
              <Button look="primary" onClick={onRetry}>
                {t('tryAgain')}
              </Button>
            </span>
          ))}
        <LinkButton to={paths.front(code)}>{t('backHome')}</LinkButton>
      </p>
      {error instanceof ConnectionError && <Offline error={error} />}
    </div>
  );
}
