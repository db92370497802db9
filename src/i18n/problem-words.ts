import { useTranslation } from './words.ts';
import type { FieldCode } from '#contract/problem-codes';
import type { Problem } from '#contract/problem';
import { ConnectionError, ProblemError } from '#platform/client.ts';
import { useLanguage } from './language.tsx';

/** Words of the reader's language for a failed call, and for one field of a refused form. */
export function useProblemWords() {
  const { t } = useTranslation('problems');
  const { format } = useLanguage();
  const words = {
    /** `problem` undefined: no answer came. */
    problem(problem: Problem | undefined): string {
      if (problem === undefined) return t('connection');
      const words = t(`codes.${problem.code}`);
      const { retryAfter } = problem;
      if (retryAfter === undefined) return words;
      return `${words} ${t('wait', { count: retryAfter, number: format.number(retryAfter) })}`;
    },
    /** `limit` in letters, for a text that is too long. */
    field: (code: FieldCode, limit: number): string => t(`fields.${code}`, { limit: format.number(limit) }),
    /** Whatever a call threw. */
    of(error: unknown): string {
      if (error instanceof ProblemError) return words.problem(error.problem);
      if (!(error instanceof ConnectionError)) return t('unexpected');
      // Something between answered in the site's place: the network is there.
      return (error.answer?.status ?? 0) >= 400 ? t('codes.unavailable') : t('connection');
    },
  };
  return words;
}
