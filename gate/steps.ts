/** What `npm test` runs, in order: what is fast first, what needs a build after it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from './browser.ts';
import type { Outcome } from './run-command.ts';
import { openPostgres } from './postgres-server.ts';
import { measureArticleScript, scriptBudget } from './script-budget.ts';
import { tallyPlaywright, tallyVitest, type Tally } from './tally.ts';
import { environment, npmRun, tool } from './tools.ts';
import { codeFiles, filesOf, root, rooms } from './tree.ts';

export interface Report extends Tally {
  output: string;
  /** What must be said although nothing failed, in one line. */
  notice?: string;
}

export interface Step {
  name: string;
  /** Steps without which this one cannot run. */
  needs?: string[];
  run: () => Promise<Report>;
}

/** Whether all is asked, however long it takes, as in .ci/run. */
const isThorough = process.env['GATE'] === 'thorough';

/** A check that counts as one. */
const check = ({ ok, output }: Outcome): Report => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, output });

/** What the linters are shown; given a folder with all packages in it they would read those too. */
const code = (): string[] => [...rooms.filter((room) => existsSync(join(root, room))), ...filesOf('*.ts')];

/** Every project of the rooms, and no file of code that belongs to none. */
async function types(): Promise<Report> {
  const projects = filesOf(`{${rooms.join(',')}}/**/tsconfig.json`);
  const outcomes = await Promise.all(
    projects.map((project) => tool('tsc', ['-p', project, '--listFiles', '--pretty', 'false'])),
  );
  const lines = outcomes.flatMap(({ output }) => output.split('\n'));
  const listed = new Set(lines.map((line) => line.trim().replaceAll('\\', '/')));
  const base = root.replaceAll('\\', '/');
  const unseen = codeFiles().filter((path) => /\.tsx?$/.test(path) && !listed.has(base + path));
  const isListing = /^(\/|[A-Za-z]:[\\/])/;
  const complaints = lines.filter((line) => line !== '' && !isListing.test(line));
  return check({
    ok: outcomes.every(({ ok }) => ok) && unseen.length === 0 && projects.length > 0,
    output: [...complaints, ...unseen.map((path) => `${path} belongs to no tsconfig.json`)].join('\n'),
  });
}

async function floors(): Promise<Report> {
  const { ok, output } = await tool('depcruise', ['-c', 'gate/floors.ts', ...code()]);
  // Without a parser for TypeScript it would see nothing and be content.
  const sawImports = /[1-9]\d* dependencies cruised/.test(output);
  // The note after the findings is about TypeScript's own parser; swc reads for it here.
  const [findings = ''] = output.split(/^\s*‼ missing-tsc-transpiler/m);
  return check({ ok: ok && sawImports, output: findings.trim() });
}

/** No words in code, no sentence glued from pieces, no word that nothing says. The linter only warns: here it fails. */
async function words(): Promise<Report> {
  const config = ['-c', 'gate/i18next.config.ts'];
  const outcomes = [
    await tool('i18next', ['lint', '--quiet', ...config]),
    await tool('i18next', ['extract', '--ci', '--dry-run', '--quiet', ...config]),
    // Every key of the primary language has words in the others, in their plural forms.
    await tool('i18next', ['status', ...config]),
  ];
  const output = outcomes.map((outcome) => outcome.output).join('\n');
  return check({ ok: outcomes.every(({ ok }) => ok) && !/Warning:|Error:/.test(output), output });
}

async function withReport(
  run: (file: string) => Promise<Outcome>,
  count: (json: string, ok: boolean) => Tally,
): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'riwaq-gate-'));
  const file = join(folder, 'report.json');
  const { ok, output } = await run(file);
  const json = existsSync(file) ? readFileSync(file, 'utf8') : '';
  rmSync(folder, { recursive: true, force: true });
  return { ...count(json, ok), output };
}

const vitest = (projects: string[], settings: Record<string, string> = {}): Promise<Report> => {
  const chosen = projects.map((project) => `--project=${project}`);
  const run = (file: string) =>
    tool(
      'vitest',
      [
        'run',
        '-c',
        'gate/vitest.config.ts',
        ...chosen,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      600,
      environment(settings),
    );
  return withReport(run, tallyVitest);
};

function budget(): Report {
  const { bytes, files } = measureArticleScript(join(root, 'dist/client'));
  const output = `${bytes} of ${scriptBudget} bytes of brotli: ${files.join(' ')}`;
  return check({ ok: bytes <= scriptBudget, output });
}

/** `--retries` and `--forbid-only` hold whatever the configuration says. */
const playwright = (browser: Browser, settings: Record<string, string> = {}): Promise<Report> => {
  const args = [
    'test',
    '-c',
    'e2e/playwright.config.ts',
    '--reporter=list,json',
    '--retries=0',
    '--forbid-only',
  ];
  const run = (file: string) =>
    tool(
      'playwright',
      args,
      1_200,
      environment({
        ...settings,
        RIWAQ_BROWSER: browser.executablePath,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      }),
    );
  return withReport(run, tallyPlaywright);
};

/** Journeys; where thorough those of e2e/thorough too, and every look. */
async function journeys(browser: Browser): Promise<Report> {
  const report = await playwright(browser);
  if (isThorough) return report;
  return { ...report, notice: 'THE JOURNEYS OF e2e/thorough WERE NOT ASKED: .ci/run asks them.' };
}

/** Where thorough, whole programs too, which start, hang and are killed. */
async function units(): Promise<Report> {
  if (isThorough) return vitest(['contract', 'server', 'src', 'program']);
  const notice = 'WHOLE PROGRAMS WERE NOT STARTED AND KILLED: .ci/run does so.';
  return { ...(await vitest(['contract', 'server', 'src'])), notice };
}

/**
 * The second engine: its conformance, and the same answers byte for byte as the first. Where
 * thorough also its bad days, the API's contract and the journeys in a browser that ask the storage.
 */
async function postgres(browser: Promise<Browser>): Promise<Report> {
  const server = openPostgres();
  if (!server.ok)
    return { passed: 0, failed: 0, output: '', notice: `NOT TESTED ON POSTGRESQL: ${server.why}.` };
  try {
    const settings = { RIWAQ_TEST_POSTGRES: server.url, RIWAQ_TEST_ENGINE: 'postgres' };
    const reports = [await vitest(isThorough ? ['postgres', 'postgres-site'] : ['postgres'], settings)];
    // How a page reads does not hang on the database: those journeys are asked once.
    if (isThorough) reports.push(await playwright(await browser, settings));
    return {
      passed: reports.reduce((sum, { passed }) => sum + passed, 0),
      failed: reports.reduce((sum, { failed }) => sum + failed, 0),
      output: reports
        .filter(({ failed }) => failed > 0)
        .map(({ output }) => output)
        .join('\n'),
    };
  } finally {
    server.stop();
  }
}

/** Every step; `browser` is looked for meanwhile. */
export function steps(browser: Promise<Browser>): Step[] {
  return [
    { name: 'types', run: types },
    {
      name: 'lint',
      run: async () =>
        check(
          await tool('oxlint', ['-c', 'gate/oxlint.json', '--type-aware', '--format', 'unix', ...code()]),
        ),
    },
    {
      name: 'format',
      run: async () => check(await npmRun('format', '--', '--check')),
    },
    {
      name: 'styles',
      run: async () =>
        check(
          await tool('stylelint', ['--config', 'gate/stylelint.json', '--max-warnings', '0', 'src/**/*.css']),
        ),
    },
    { name: 'floors', run: floors },
    {
      name: 'dead code',
      run: async () => check(await tool('knip', ['-c', 'gate/knip.json', '--no-config-hints'])),
    },
    { name: 'words', run: words },
    { name: 'guards', run: () => vitest(['gate']) },
    { name: 'unit and contract tests', run: units },
    { name: 'build', run: async () => check(await npmRun('build')) },
    { name: 'script budget', needs: ['build'], run: async () => budget() },
    { name: 'browser', run: async () => check({ ok: true, output: (await browser).executablePath }) },
    { name: 'browser tests', needs: ['build', 'browser'], run: async () => journeys(await browser) },
    { name: 'postgres', needs: ['build', 'browser'], run: () => postgres(browser) },
  ];
}
