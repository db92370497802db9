interface Ways {
  ask: () => Promise<Response>;
  /** Given every answer of the network, whoever has been answered meanwhile. */
  keep: (answer: Response) => Promise<void>;
  copy: () => Promise<Response | undefined>;
  /** Told when the copy is what is given. */
  onCopy?: (copy: Response) => void;
  /** Whether what the network said is better than a copy. */
  isAnswer: (answer: Response) => boolean;
  /** Where there is neither. */
  otherwise: () => Promise<Response>;
}

/** How long the network may take to begin where there is a copy, in milliseconds. */
export const patience = 4_000;

/** Answers from the network; from the copy where that fails, or has not begun in time. */
export function answerBy(event: Pick<FetchEvent, 'waitUntil' | 'respondWith'>, ways: Ways): void {
  const { ask, keep, copy, onCopy, isAnswer, otherwise } = ways;
  const coming = ask().then((answer) => ({ answer, double: answer.clone() }));
  const kept = copy();
  // Also what comes too late for this answer is kept for the next.
  event.waitUntil(Promise.allSettled([coming.then(({ double }) => keep(double)), kept]));
  event.respondWith(answerOf());

  async function answerOf(): Promise<Response> {
    const network = coming.then(
      ({ answer }) => answer,
      () => undefined,
    );
    const first = await Promise.race([network, kept.then(tooLong)]);
    if (first !== undefined && isAnswer(first)) return first;
    const found = await kept;
    if (found === undefined) return (await network) ?? otherwise();
    onCopy?.(found);
    return found;
  }
}

/** Ends when there is no more waiting for the network; without a copy never. */
const tooLong = (copy: Response | undefined) =>
  new Promise<undefined>((resolve) => {
    if (copy !== undefined) setTimeout(() => resolve(undefined), patience);
  });
