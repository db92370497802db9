import { useTranslation } from '#i18n/words.ts';
import { limits } from '#contract/limits';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { serverNow } from '#platform/server-clock.ts';
import type { KeptEntry } from '#outbox';
import { fieldErrorsOf } from './field-errors.ts';

const day = 24 * 60 * 60 * 1000;

/** Words for how a comment on its way stands. */
export function useStateWords() {
  const { t } = useTranslation('writing');
  const { t: ofComments } = useTranslation('comments');
  const { format } = useLanguage();
  /** `rest`: seconds until a limit is over; left out where they are not to be said one by one. */
  return ({ stage, isStored, written }: KeptEntry, rest?: number): string => {
    switch (stage.is) {
      case 'sending':
        return ofComments('sending');
      case 'waiting':
        return isStored ? t('waiting') : t('waitingHere');
      case 'paused':
        return rest === undefined
          ? t('paused')
          : t('pausedFor', { count: rest, number: format.number(rest) });
      case 'old': {
        const days = Math.max(1, Math.floor((serverNow() - written) / day));
        return t('old', { count: days, number: format.number(days) });
      }
      case 'refused':
        return t('refused');
      case 'held':
        return ofComments('held');
      case 'published':
        return ofComments('sent');
    }
  };
}

/** Words for why a comment has not arrived; empty where there is nothing to say. */
export function useReason() {
  const words = useProblemWords();
  return ({ stage }: KeptEntry): string => {
    if (stage.is === 'refused') {
      const { name, text } = fieldErrorsOf(stage.problem);
      if (name !== undefined) return words.field(name, limits.name.max);
      if (text !== undefined) return words.field(text, limits.comment.max);
      return words.problem(stage.problem);
    }
    if (stage.is !== 'waiting' || stage.tries === 0) return '';
    return words.problem(stage.problem && { ...stage.problem, retryAfter: undefined });
  };
}
