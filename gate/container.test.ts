/** The Dockerfile against the tree; that it builds is another matter (docs/decisions/0009-the-container.md). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { filesOf, read, root } from './tree.ts';

const Manifest = v.object({ optionalDependencies: v.record(v.string(), v.string()) });

/** Instructions in order, lines that end in a backslash joined, comments left out. */
const instructions = read('Dockerfile')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));

const starts = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []));
const stages = starts.map((start, index) => instructions.slice(start, starts[index + 1]));
const restsOf = (name: string, stage = instructions) =>
  stage.filter((one) => one.name === name).map(({ rest }) => rest);

/** What a stage copies from the tree. */
const copied = (stage = instructions): string[] =>
  restsOf('COPY', stage)
    .filter((rest) => !rest.startsWith('--from='))
    .flatMap((rest) => rest.split(' ').slice(0, -1));

const [build = []] = stages;
const last = stages.at(-1) ?? [];

describe('the container', () => {
  it('copies what is there, and .dockerignore lets it through', () => {
    const passing = read('.dockerignore').split('\n');
    expect(copied().filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(copied().filter((path) => !passing.includes(`!${path}`))).toEqual([]);
  });

  it('builds from all that the build reads', () => {
    const listed = /^const sources = \[([^\]]+)\]/m.exec(read('server/build.ts'))?.[1] ?? '';
    const sources = [...listed.matchAll(/'([^']+)'/g)].map(([, path = '']) => path);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((path) => !copied(build).includes(path))).toEqual([]);
  });

  it('runs on what it copies: the server reaches for no other room', () => {
    const server = filesOf('{contract,server}/**/*.ts').filter((path) => !path.endsWith('.test.ts'));
    const reached = server.flatMap((path) =>
      [...read(path).matchAll(/^(?:import|export) (?!type\b).*? from '(#[^'/]+)/gm)].map(
        ([, room = '']) => room,
      ),
    );
    expect([...new Set(reached)]).toEqual(['#contract']);
    expect(copied(last)).toEqual(expect.arrayContaining(['package.json', 'contract', 'server']));
  });

  it('is of the same Node as the packages that bring one', () => {
    const { optionalDependencies } = v.parse(Manifest, JSON.parse(read('package.json')));
    const versions = Object.entries(optionalDependencies).flatMap(([name, version]) =>
      name.startsWith('node-') ? [version] : [],
    );
    const [major] = versions[0]?.split('.') ?? [];
    expect(new Set(versions).size).toBe(1);
    expect(restsOf('ARG')).toEqual([`NODE=node:${major}-trixie-slim`]);
    expect(restsOf('FROM').every((rest) => rest.startsWith('${NODE}'))).toBe(true);
  });

  it('keeps sharp whole: optional packages are not left out', () => {
    expect(restsOf('RUN').filter((rest) => /omit[= ]optional|no-optional/.test(rest))).toEqual([]);
  });

  it('runs no install script of a package, in what it ships or in what makes it', () => {
    const installs = restsOf('RUN').filter((rest) => /\bnpm (ci|install)\b/.test(rest));
    expect(installs.length).toBeGreaterThan(1);
    expect(installs.filter((rest) => !rest.includes('--ignore-scripts'))).toEqual([]);
  });

  it('runs as nobody special, is asked for its health, and gets signals itself', () => {
    expect(restsOf('USER', last)).toEqual(['node']);
    expect(restsOf('HEALTHCHECK', last)).toEqual([expect.stringMatching(/CMD \["node",.*\/healthz/)]);
    expect(restsOf('CMD', last)).toEqual(['["node", "server/launch.js", "main"]']);
  });

  it('takes no test into the image', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['*', '**/*.test.ts', 'server/api-contract']));
  });
});
