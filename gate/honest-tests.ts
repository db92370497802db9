/** Ways in which a test can be left out, narrowed or given a second chance, found in its source. */

const runner = String.raw`\b(?:test|it|describe|suite|bench)`;

const dodges: [name: string, pattern: RegExp][] = [
  [
    'narrowed or left out',
    new RegExp(String.raw`${runner}(?:\.\w+)*\.(?:only|skip|skipIf|runIf|todo|fixme|fails?)\b`),
  ],
  ['left out under another name', /\b(?:xit|xtest|xdescribe|fit|fdescribe)\s*\(/],
  [
    'left out while it runs',
    /\b(?:testInfo|context|ctx)\.(?:skip|fixme|fail)\b|\{[^}]*\bskip\b[^}]*\}\s*\)\s*=>/,
  ],
  ['narrowed or left out by an option', /\b(?:only|skip|todo|fails)\s*:\s*true\b/],
  ['tried again', /\bretr(?:y|ies)\b['"]?\s*:(?!\s*(?:0|false)\b)|--retr(?:y|ies)\b(?!=0\b)/],
  ['allowed to run nothing', /pass-?with-?no-?tests/i],
];

/** One sentence for every dodge in the test or test setting at `path`. */
export function dodgesIn(path: string, source: string): string[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      dodges
        .filter(([, pattern]) => pattern.test(line))
        .map(([name]) => `${path}:${index + 1} is ${name}: ${line.trim()}`),
    );
}
