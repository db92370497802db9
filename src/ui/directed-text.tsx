import { ltrPieces } from '#contract/text/ltr-pieces';

/** Running text, in which a telephone number, `C++` or an address keeps its order among Arabic words. */
export function DirectedText({ text }: { text: string }) {
  return ltrPieces(text).map(({ text: piece, ltr }, index) =>
    ltr ? (
      <bdi key={index} dir="ltr">
        {piece}
      </bdi>
    ) : (
      piece
    ),
  );
}
