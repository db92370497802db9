import { useEffect, useRef, useState } from 'react';
import type { Article } from '#contract/article';
import { loadLateWords } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { PlayerBar } from './player-bar.tsx';

interface Props {
  article: Article;
  /** New with every press of the button. */
  onClose: () => void;
}

/** The player once its words are there; else why they are not, and the next press tries again. */
export function ListenPlayer({ article, onClose }: Props) {
  const { code } = useLanguage();
  const words = useProblemWords();
  const [loaded, setLoaded] = useState<'no' | 'yes' | 'failed'>('no');
  const bar = useRef<HTMLElement>(null);
  const press = useRef<() => void>(undefined);
  useEffect(() => {
    // A further press is one of the bar's own; where nothing can be read, the way out is shown.
    if (press.current !== onClose) pressAgain(bar.current);
    press.current = onClose;
    loadLateWords(code).then(
      () => setLoaded('yes'),
      () => setLoaded('failed'),
    );
  }, [code, onClose]);
  const close = () => {
    const button = bar.current?.previousElementSibling;
    onClose();
    // The control that had the focus goes; the one that called for it is beside the bar.
    if (button instanceof HTMLElement) button.focus({ preventScroll: true });
  };
  if (loaded === 'failed') return <p role="alert">{words.problem(undefined)}</p>;
  return loaded === 'yes' && <PlayerBar ref={bar} article={article} onClose={close} />;
}

function pressAgain(bar: HTMLElement | null): void {
  const turn = bar?.querySelector<HTMLElement>('[data-turn]');
  if (turn) turn.click();
  else bar?.querySelector('button')?.focus();
}
