import { isLanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import type { ShortcutKey } from './shortcut-of.ts';
import { comments, currentOf, shown, steps, stories, walk } from './walk.ts';

type Act = () => void;

/** What each key but that of the list does on the page as it stands; undefined where what it is for is not there. */
export const shortcutActions: Record<Exclude<ShortcutKey, '?'>, () => Act | undefined> = {
  j: () => walking(steps, 1),
  k: () => walking(steps, -1),
  n: () => walking(comments, 1),
  p: () => walking(comments, -1),
  o: () => (shown(stories).length > 0 ? () => currentOf(shown(stories))?.click() : undefined),
  c: () => entering('main textarea[name="text"]'),
  s: () => pressing('[data-shortcut="share"]'),
  l: () => pressing('[data-shortcut="listen"]'),
  t: () => pressing('[data-shortcut="settings"]'),
  '/': () => entering('input[data-shortcut="search"]') ?? pressing('[data-shortcut="search"]'),
  u: () => {
    const front = frontPath();
    const isFront = location.pathname === front && location.search === '';
    return isFront ? undefined : (pressing('main header a[href*="/sections/"]') ?? pressing(linkTo(front)));
  },
  h: () => pressing(linkTo(frontPath())),
};

const walking = (selector: string, step: 1 | -1): Act | undefined =>
  shown(selector).length > 0 ? () => walk(selector, step) : undefined;

function pressing(selector: string): Act | undefined {
  const element = shown(selector).find((found) => !found.matches(':disabled, [aria-disabled="true"]'));
  return element && (() => element.click());
}

function entering(selector: string): Act | undefined {
  const [box] = shown(selector);
  if (box === undefined) return undefined;
  return () => {
    box.focus();
    // What was searched for before gives way to what is typed now.
    if (box instanceof HTMLInputElement) box.select();
  };
}

const linkTo = (path: string) => `a[href="${path}"]`;

function frontPath(): string {
  const { lang } = document.documentElement;
  return paths.front(isLanguageCode(lang) ? lang : 'ar');
}
