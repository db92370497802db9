import { useTranslation } from '#i18n/words.ts';
import { limits } from '#contract/limits';
import type { Problem } from '#contract/problem';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { serverNow } from '#platform/server-clock.ts';
import { isAboutToGo, type KeptEntry } from '#outbox';
import { fieldErrorsOf } from './field-errors.ts';

const day = 24 * 60 * 60 * 1000;
const minute = 60;

/** Words for how a comment on its way stands, and why. */
export function useStateWords() {
  const { t } = useTranslation('writing');
  const { t: ofComments } = useTranslation('comments');
  const { format } = useLanguage();
  const words = useProblemWords();
  const refusal = (problem: Problem): string => {
    const { name, text } = fieldErrorsOf(problem);
    if (name !== undefined) return words.field(name, limits.name.max);
    if (text !== undefined) return words.field(text, limits.comment.max);
    return problem.code === 'not_found' ? t('articleGone') : words.problem(problem);
  };
  /** `rest`: seconds until a limit is over; left out where they are not to be said one by one. */
  return ({ stage, isStored, written }: KeptEntry, rest?: number): string => {
    switch (stage.is) {
      case 'sending':
        return ofComments('sending');
      case 'waiting': {
        if (isAboutToGo(stage)) return ofComments('sending');
        const { problem } = stage;
        const why =
          problem === undefined ? t('noConnection') : words.problem({ ...problem, retryAfter: undefined });
        return `${why} ${t(isStored ? 'kept' : 'notKeptHere')}`;
      }
      case 'paused':
        return rest === undefined
          ? t('paused')
          : t('pausedFor', { count: rest, number: format.number(rest) });
      case 'old': {
        const days = Math.max(1, Math.floor((serverNow() - written) / day));
        return t('old', { count: days, number: format.number(days) });
      }
      case 'refused':
        return `${t('refused')} ${refusal(stage.problem)}`;
      case 'held':
        return ofComments('held');
      case 'published':
        return ofComments('sent');
    }
  };
}

/** Words for when one that waits is tried next, in `rest` seconds; empty where there is nothing to say. */
export function useNextTry() {
  const { t } = useTranslation('writing');
  const { format } = useLanguage();
  return ({ stage }: KeptEntry, rest: number | undefined): string => {
    if (stage.is !== 'waiting' || rest === undefined || isAboutToGo(stage)) return '';
    const minutes = Math.ceil(rest / minute);
    const after =
      minutes > 1
        ? t('afterMinutes', { count: minutes, number: format.number(minutes) })
        : t('afterSeconds', { count: rest, number: format.number(rest) });
    return t(stage.problem === undefined ? 'nextTryOrBack' : 'nextTry', { after });
  };
}
