const gap = 8;

/**
 * Puts `tool` above `range`, or below it where there is no room, within the window in both directions.
 * It then moves with the page.
 */
export function placeBeside(tool: HTMLElement, range: Range): void {
  const words = range.getBoundingClientRect();
  const { width, height } = tool.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = words.top - height - gap;
  const y = above >= gap ? above : words.bottom + gap;
  moveTo(
    tool,
    within(words.x + (words.width - width) / 2, clientWidth - width),
    within(y, clientHeight - height),
  );
}

const within = (place: number, room: number) => Math.max(gap, Math.min(place, room - gap));

/** Moves an element, from wherever its styles put it, to a place of the window. */
export function moveTo(tool: HTMLElement, x: number, y: number): void {
  tool.style.translate = 'none';
  const from = tool.getBoundingClientRect();
  tool.style.translate = `${x - from.x}px ${y - from.y}px`;
}
