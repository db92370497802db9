/** Drawn as those of #ui/icon.tsx: what points on or back in the text flips, the sign of sound does not. */
export const playerIcons = {
  stop: { flips: false, path: 'M6.5 6.5h11v11h-11z' },
  pause: { flips: false, path: 'M8.5 6v12M15.5 6v12' },
  previous: { flips: true, path: 'M17 6.5 9.5 12l7.5 5.5zM6.5 6v12' },
  next: { flips: true, path: 'm7 6.5 7.5 5.5L7 17.5zM17.5 6v12' },
} as const satisfies Record<string, { flips: boolean; path: string }>;

export type PlayerIconName = keyof typeof playerIcons;
