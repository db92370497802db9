import styles from './icon.module.css';

/** Each path is drawn left to right on a 24-unit square; `flips` says whether it follows the direction. */
const icons = {
  /** The letter ض. */
  letter: {
    flips: false,
    path: 'M12.4 11.8c1.3-2.6 3.3-4.2 5.2-4.2 2 0 3.2 1.1 3.2 2.5 0 1.8-1.9 2.8-4.6 2.8h-3.8V9.4m0 3.5v.6c0 3.5-2.1 5.5-4.9 5.5-2.7 0-4.3-1.6-4.3-4.1 0-1.1.2-2 .7-2.9M17.4 3.6h.01',
  },
  share: { flips: false, path: 'M12 15V4m-4 4 4-4 4 4M6 12v8h12v-8' },
  search: { flips: false, path: 'M15 15l5.5 5.5M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0' },
  close: { flips: false, path: 'M6 6l12 12M18 6 6 18' },
  play: { flips: false, path: 'M8 5v14l11-7z' },
} as const satisfies Record<string, { flips: boolean; path: string }>;

export type IconName = keyof typeof icons;

/** A drawing beside words or inside a named control; never the only thing that says what it means. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing {...icons[name]} />;
}

/** The same of a path that its feature keeps, since most visits never see it. */
export function Drawing({ path, flips }: { path: string; flips: boolean }) {
  return (
    <svg className={flips ? styles['flips'] : styles['icon']} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
