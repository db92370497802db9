import type { ReactNode } from 'react';
import type { Direction } from '#contract/languages';
import { directionWithin } from '#contract/text/direction';
import { isolatedPieces, partsOfPair, type TextPiece } from '#contract/text/isolated-pieces';

interface Props {
  text: string;
  /** Direction of the text this is a whole of, as a headline is of an article; not said of a part of a line. */
  within?: Direction | undefined;
  /** How each piece is shown, where words in it are marked. */
  marked?: ((text: string) => ReactNode) | undefined;
}

/**
 * Running text, in which a score, a telephone number, `C++` or an address keeps its order among words of the
 * other direction. The one way in which words of articles and of readers come to the page.
 */
export function DirectedText({ text, within, marked = asItIs }: Props) {
  const dir = within && directionWithin(text, within);
  const pieces = isolatedPieces(text).map((piece, index) => (
    <Piece key={index} piece={piece} marked={marked} />
  ));
  return dir === undefined ? pieces : <bdi dir={dir}>{pieces}</bdi>;
}

function Piece({ piece: { text, as }, marked }: { piece: TextPiece; marked: (text: string) => ReactNode }) {
  if (as === 'words') return marked(text);
  // A `bdi` would do for Latin letters, but not for Arabic figures with a blank or a hyphen between them.
  if (as === 'ltr') return <bdo dir="ltr">{marked(text)}</bdo>;
  return partsOfPair(text).map((part, index) => <bdi key={index}>{marked(part)}</bdi>);
}

const asItIs = (text: string): ReactNode => text;
