import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { commentAnchor } from '#contract/paths';
import { Sentence } from '#i18n/sentence.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import { CommentForm } from './comment-form.tsx';
import { useConversation } from './conversation.ts';

/** The box for an answer to one comment, under it. */
export function ReplyForm({ to: { id, author } }: { to: Comment }) {
  const { t } = useTranslation('comments');
  const { slug, refused, close } = useConversation();
  const leave = () => {
    close();
    document.getElementById(commentAnchor(id))?.focus({ preventScroll: true });
  };
  return (
    <CommentForm
      slug={slug}
      parentId={id}
      label={
        <Sentence words={(name) => t('replyHeading', { name })}>
          <BidiText text={author.name} lang="" />
        </Sentence>
      }
      refused={refused?.parentId === id ? refused : undefined}
      isOpened
      onCancel={leave}
      onHeld={leave}
    />
  );
}
