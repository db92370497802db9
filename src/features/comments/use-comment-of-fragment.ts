import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { commentAnchor } from '#contract/paths';
import { focusOn } from '#ui/focus-on.ts';

/**
 * An address whose fragment alone names a comment, which this page does not show, leads to that comment's own.
 * A link that is gone with the part of the conversation it led out of leaves the focus where its address leads.
 */
export function useCommentOfFragment(): void {
  const { hash, search, key } = useLocation();
  const navigate = useNavigate();
  const opened = useRef(key);
  useEffect(() => {
    if (key === opened.current || document.activeElement !== document.body) return;
    const named = document.getElementById(hash.slice(1));
    // Of the whole conversation, its heading is what is said.
    focusOn(named?.matches('section') ? named.querySelector('h2') : named);
  }, [key, hash]);
  useEffect(() => {
    const id = hash.startsWith(`#${commentAnchor('')}`) ? hash.slice(commentAnchor('').length + 1) : '';
    if (id === '' || search !== '' || document.getElementById(commentAnchor(id)) !== null) return;
    void navigate(`?comment=${id}${hash}`, { replace: true });
  }, [hash, search, navigate]);
}
