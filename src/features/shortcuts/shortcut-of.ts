/** The keys, each by what a Latin keyboard prints on it. */
export const shortcutKeys = ['j', 'k', 'o', 'n', 'p', 'c', 's', 'l', '/', 't', 'u', 'h', '?'] as const;

export type ShortcutKey = (typeof shortcutKeys)[number];

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;
type KeyEvent = PressedKey & Pick<KeyboardEvent, 'repeat' | 'isComposing' | 'getModifierState'>;

/**
 * Which of the keys was pressed, on whatever layout. A Latin letter counts by what it writes, so that it is
 * the key that bears it; where another script is written, the key counts by its place. `/` and `?` count
 * both ways: they stand in many places, and what they write goes before where they are.
 */
export function shortcutOf({ key, code, shiftKey }: PressedKey): ShortcutKey | undefined {
  if (key === '/') return '/';
  if (/^[?\u061f]$/.test(key)) return '?';
  if (/^[a-z]$/i.test(key)) return shiftKey ? undefined : named(key.toLowerCase());
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return shiftKey ? undefined : named(/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase());
}

const named = (letter: string | undefined) => shortcutKeys.find((known) => known === letter);

/** Keys that go on for as long as they are held. */
const held: readonly ShortcutKey[] = ['j', 'k'];

/** Keys held with it: the browser's, the system's, or those that write a third sign. */
const modifiers = ['Control', 'Alt', 'Meta', 'AltGraph'];

/** Whether an event is a shortcut at all, wherever it happens, and which. */
export function shortcutIn(event: KeyEvent): ShortcutKey | undefined {
  if (event.isComposing || modifiers.some((name) => event.getModifierState(name))) return undefined;
  const key = shortcutOf(event);
  return event.repeat && key !== undefined && !held.includes(key) ? undefined : key;
}
