import { useMemo } from 'react';
import type { DoneForm, PostedForm } from '#contract/page';
import type { Noted } from './conversation.ts';
import { DoneNotice } from './done-notice.tsx';
import { PostedNotice } from './posted-notice.tsx';

/** What is to be said of one comment after a plain form, at the comment itself. */
export function useNoted(posted: PostedForm | undefined, done: DoneForm | undefined): Noted | undefined {
  return useMemo(() => {
    if (posted !== undefined)
      return {
        id: posted.id,
        notice: (isThere) => <PostedNotice posted={posted} isThere={isThere} />,
      };
    return done && { id: done.id, notice: (isThere) => <DoneNotice done={done} isThere={isThere} /> };
  }, [posted, done]);
}
