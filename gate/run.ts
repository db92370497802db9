/**
 * `npm test`: every check in order, one line each, the output of those that fail, and the sum.
 * `npm test -- lint styles` runs only these; `npm test -- --verbose` prints what the others print too.
 */
import { stripVTControlCharacters } from 'node:util';
import { findBrowser } from './browser.ts';
import { steps, type Report, type Step } from './steps.ts';

const options = process.argv.slice(2);
const verbose = options.includes('--verbose');
const chosen = options.filter((option) => option !== '--verbose');
if (verbose) process.env['GATE_VERBOSE'] = '1';

// So that what was started ends with us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const browser =
  chosen.length === 0 || chosen.some((name) => name.startsWith('browser') || name === 'postgres')
    ? findBrowser()
    : Promise.reject(new Error('not looked for'));
// Asked for only when its step comes; a failure before that is not yet anybody's.
browser.catch(() => {});

const all = steps(browser);
const unknown = chosen.filter((name) => !all.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `no check is called ${unknown.join(', ')}; there are ${all.map((step) => step.name).join(', ')}`,
  );
  process.exit(2);
}

const failedSteps = new Set<string>();

async function report(step: Step): Promise<Report> {
  const missing = step.needs?.find((name) => failedSteps.has(name));
  if (missing !== undefined) return { passed: 0, failed: 1, output: `could not run: ${missing} failed` };
  try {
    return await step.run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

const sum = { passed: 0, failed: 0 };
for (const step of all) {
  if (chosen.length > 0 && !chosen.includes(step.name)) continue;
  const started = performance.now();
  const { passed, failed, output, notice } = await report(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  sum.passed += passed;
  sum.failed += failed;
  if (failed > 0) failedSteps.add(step.name);
  console.log(`${step.name} … ${failed > 0 ? 'failed' : 'ok'} (${seconds} s)`);
  if (notice !== undefined) console.log(`\n  *** ${notice} ***\n`);
  if ((failed > 0 || verbose) && output !== '')
    console.log(stripVTControlCharacters(output).replaceAll(/^/gm, '  '));
}

console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
