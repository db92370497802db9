import { useTranslation } from 'react-i18next';
import { useRevalidator, useRouteError } from 'react-router';
import { ErrorMessage, isMissing } from './error-message.tsx';
import { HeadOf } from './head-of.tsx';

/** A page that is not there, or that could not be had, inside the site's frame. */
export function ErrorPage() {
  const { t } = useTranslation('site');
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  return (
    <>
      <HeadOf head={{ title: isMissing(error) ? t('notFound.title') : t('failed.title'), hidden: true }} />
      <ErrorMessage error={error} onRetry={() => void revalidate()} />
    </>
  );
}
