/** The settings that the READMEs list against those that the server reads. */
import { describe, expect, it } from 'vitest';
import { read } from './tree.ts';

const namesIn = (source: string, pattern: RegExp): string[] => [
  ...new Set([...source.matchAll(pattern)].map(([, name = '']) => name)),
];

const config = read('server/config.ts');
const settings = [
  ...namesIn(config, /\b(?:read|oneOf)\(\s*'([A-Z_]+)'/g),
  ...namesIn(config, /\benv\['([A-Z_]+)'\]/g),
];

describe.each(['README.md', 'README.ar.md'])('%s', (paper) => {
  it('lists every setting of server/config.ts, and no other', () => {
    const listed = namesIn(read(paper), /^\| `([A-Z_]+)` \|/gm);
    expect(listed.toSorted()).toEqual([...new Set(settings)].toSorted());
  });
});

describe('the search for settings', () => {
  it('finds those that are read in either way', () => {
    expect(settings).toEqual(expect.arrayContaining(['PORT', 'DATA_DIR', 'MODERATION', 'PUBLIC_URL']));
  });
});
