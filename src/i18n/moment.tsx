import { useLanguage } from './language.tsx';
import { useNow } from './now.ts';

interface Props {
  /** RFC 3339. */
  time: string;
  /** `date` with the weekday, `short` without, `relative` as the time gone by. */
  show?: 'date' | 'short' | 'relative';
}

/**
 * A moment, for readers and for machines. Rendered pages carry the date, the same for everybody; the
 * time gone by comes once the page has been taken over. Server and browser may spell a month
 * differently, so the server's spelling stays until then.
 */
export function Moment({ time, show = 'short' }: Props) {
  const { format } = useLanguage();
  const now = useNow();
  const words =
    show === 'date'
      ? format.date(time)
      : show === 'relative' && now !== undefined
        ? format.relative(time, now)
        : format.shortDate(time);
  return (
    <time
      dateTime={time}
      title={now === undefined ? undefined : format.dateTime(time)}
      suppressHydrationWarning
    >
      {words}
    </time>
  );
}
