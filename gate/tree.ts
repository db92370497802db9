/** The project's own files, as the guards see them. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** The folders that hold code. */
export const rooms = ['contract', 'src', 'server', 'e2e', 'bench', 'gate'] as const;

/** Paths from the root, with forward slashes and in order, of the files that match any of `globs`. */
export function filesOf(...globs: string[]): string[] {
  const paths = globSync(globs, { cwd: root, exclude: (name) => name.includes('node_modules') });
  return paths.map((path) => path.replaceAll('\\', '/')).toSorted();
}

/** Every file of code or style in every room. */
export const codeFiles = (): string[] =>
  filesOf(`{${rooms.join(',')}}/**/*.{ts,tsx,js,css}`, '*.{ts,tsx,js}');

export const read = (path: string): string =>
  readFileSync(new URL(path, new URL('../', import.meta.url)), 'utf8');
