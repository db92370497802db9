import { useEffect } from 'react';
import { useRevalidator, useRouteError } from 'react-router';
import { ErrorMessage, useErrorTitle } from './error-message.tsx';
import { HeadOf } from './head-of.tsx';

/** A page that is not there, or that could not be had, inside the site's frame. */
export function ErrorPage() {
  const titleOf = useErrorTitle();
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  // Whoever was offline need not press.
  useEffect(() => {
    const retry = () => void revalidate();
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [revalidate]);
  return (
    <>
      <HeadOf head={{ title: titleOf(error), hidden: true }} />
      <ErrorMessage error={error} onRetry={() => void revalidate()} />
    </>
  );
}
