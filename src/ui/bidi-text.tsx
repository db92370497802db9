import { directionOfText } from '#contract/text/direction';
import { DirectedText } from './directed-text.tsx';

/** A name, title or tag put into other text: isolated, so that what stands beside it keeps its place. */
export function BidiText({ text, lang, className }: { text: string; lang?: string; className?: string }) {
  return (
    <bdi dir={directionOfText(text)} lang={lang} className={className}>
      <DirectedText text={text} />
    </bdi>
  );
}
