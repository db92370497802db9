import { useTranslation } from '#i18n/words.ts';
import type { RefusedForm } from '#contract/page';
import type { Problem } from '#contract/problem';
import { directionOfText } from '#contract/text/direction';
import { useProblemWords } from '#i18n/problem-words.ts';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';

/** A plain form post that was refused where there is no form any more: why, and its words to take along. */
export function RefusedComment({ refused: { text, problem } }: { refused: RefusedForm }) {
  const { t } = useTranslation('comments');
  return (
    <>
      <Refusal problem={problem} />
      <TextField label={t('text')} name="text" lines={5} readOnly value={text} dir={directionOfText(text)} />
    </>
  );
}

/** Why a plain form post was refused, where no field says it. */
export function Refusal({ problem }: { problem: Problem }) {
  const words = useProblemWords();
  return (
    <Notice tone="danger">
      {/* Without script the browser comes back to the top of the page: it is led to the reason. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- as above */}
      <p role="alert" tabIndex={-1} autoFocus>
        {words.problem(problem)}
      </p>
    </Notice>
  );
}
