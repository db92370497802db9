import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { commentAnchor } from '#contract/paths';

/** An address whose fragment alone names a comment, which this page does not show, leads to that comment's own. */
export function useCommentOfFragment(): void {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const id = hash.startsWith(`#${commentAnchor('')}`) ? hash.slice(commentAnchor('').length + 1) : '';
    if (id === '' || search !== '' || document.getElementById(commentAnchor(id)) !== null) return;
    void navigate(`?comment=${id}${hash}`, { replace: true });
  }, [hash, search, navigate]);
}
