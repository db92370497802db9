import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#i18n/language.tsx';
import { useNow } from '#i18n/now.ts';
import { useTranslation } from '#i18n/words.ts';
import { codeMissing } from '#platform/code.ts';
import { keptAt, type Source } from '#platform/kept.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useRoomForBar } from '#ui/use-room-for-bar.ts';
import styles from './kept-notice.module.css';
import { isReplaced, isSpoken, spokenInPage } from './replaced-build.ts';
import { startWorker } from './start-worker.ts';
import { useLateWords } from './use-late-words.ts';

/** What is to be said; `copy` bears the time it was made at. */
type Said = { kind: 'copy'; at: string } | { kind: 'newBuild'; error: unknown };

/**
 * Says at the block end, where it moves no text, that what is shown is a copy because no network answers, or that a
 * part of the page is gone with its build. The reader puts it away; it comes again when there is something new.
 */
export function KeptNotice() {
  const { code } = useLanguage();
  const live = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState(ofThisDocument);
  const hasWords = useLateWords(code, said !== undefined);
  useRoomForBar(live, '--notice-room');
  useEffect(() => {
    void startWorker();
    const hear = ({ data }: MessageEvent<unknown>) => {
      if (isSource(data)) setSaid((before) => next(before, data));
    };
    const find = async (event: Event) => {
      const error: unknown = event instanceof CustomEvent ? event.detail : undefined;
      if ((await isReplaced(error)) && !isSpoken(error)) setSaid({ kind: 'newBuild', error });
    };
    const missing = (event: Event) => void find(event);
    const leave = () =>
      setSaid((before) => (before?.kind === 'newBuild' && isSpoken(before.error) ? undefined : before));
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    worker?.addEventListener('message', hear);
    addEventListener(codeMissing, missing);
    addEventListener(spokenInPage, leave);
    return () => {
      worker?.removeEventListener('message', hear);
      removeEventListener(codeMissing, missing);
      removeEventListener(spokenInPage, leave);
    };
  }, []);
  // There before its words, so that they are read out when they come.
  return (
    <div role="status" ref={live} className={styles['live']}>
      {hasWords && said !== undefined && <Bar said={said} onClose={() => setSaid(undefined)} />}
    </div>
  );
}

function Bar({ said, onClose }: { said: Said; onClose: () => void }) {
  const { t } = useTranslation('offline');
  const { format } = useLanguage();
  const now = useNow() ?? 0;
  return (
    <div className={styles['bar']}>
      <p>{said.kind === 'copy' ? t('copy', { time: format.relative(said.at, now) }) : t('newBuild')}</p>
      {said.kind === 'newBuild' && <Button onClick={() => location.reload()}>{t('reload')}</Button>}
      <IconButton icon="close" label={t('close')} onClick={onClose} />
    </div>
  );
}

/** The worker's word in the head of a page that it gave from its copy. */
function ofThisDocument(): Said | undefined {
  const at = document.querySelector<HTMLMetaElement>(`meta[name="${keptAt}"]`)?.content;
  return at === undefined || Number.isNaN(Date.parse(at)) ? undefined : { kind: 'copy', at };
}

/** A page is put together from several answers: the first copy among them is said, until the network speaks. */
function next(before: Said | undefined, { keptAt: at }: Source): Said | undefined {
  if (before?.kind === 'newBuild') return before;
  if (at === undefined || Number.isNaN(Date.parse(at))) return undefined;
  return { kind: 'copy', at };
}

const isSource = (data: unknown): data is Source =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'source';
