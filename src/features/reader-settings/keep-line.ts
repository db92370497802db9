/** Where on the screen the line is thought to be that a reader is at: a third down. */
const lineOf = () => innerHeight / 3;

/** Does what sets the text anew, and leaves the line that is being read where it stands on the screen. */
export function keepLine(change: () => void): void {
  const line = lineOf();
  const blocks = [...document.querySelectorAll('main [id^="p-"]')];
  const block = blocks.findLast((one) => one.getBoundingClientRect().top <= line);
  const before = block?.getBoundingClientRect();
  change();
  if (block === undefined || before === undefined || scrollY === 0) return;
  const share = Math.min(1, (line - before.top) / before.height);
  const settle = () => {
    const { top, height } = block.getBoundingClientRect();
    scrollBy({ top: top + share * height - line, behavior: 'instant' });
  };
  settle();
  // Words without their vowel marks stand there after the next rendering, a face when it has come.
  requestAnimationFrame(settle);
  void document.fonts.ready.then(settle);
}
