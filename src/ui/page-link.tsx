import type { AnchorHTMLAttributes } from 'react';
import { useHref, useLinkClickHandler, type To } from 'react-router';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'target'> {
  to: To;
}

/**
 * A link to a page of this site: shown in place with script, an ordinary link without. The router's
 * own link brings along what fetches a framework's pages ahead, which nothing here could use.
 */
export function PageLink({ to, onClick, children, ...rest }: Props) {
  const href = useHref(to);
  // The whole view fades, as it was seen. React's <ViewTransition> would show the page that goes at the place
  // of the one that comes, from its beginning, and would fade a switch of language too. What a page shows
  // of itself otherwise, an order or a branch, is no other page: a picture of all of it takes a phone long.
  const isSamePage = typeof to === 'string' && to.startsWith('?');
  const follow = useLinkClickHandler(to, { viewTransition: !isSamePage });
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) follow(event);
      }}
    >
      {children}
    </a>
  );
}
