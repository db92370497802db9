/** What the JSON reports of the test runners add up to. */
import * as v from 'valibot';

export interface Tally {
  passed: number;
  failed: number;
}

const VitestReport = v.object({
  numTotalTests: v.number(),
  numPassedTests: v.number(),
  success: v.boolean(),
});

const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
});

/**
 * A test that did not pass has failed, whether it ran or was left out. A run that failed without a failed
 * test (a file that does not load, an error between tests), or that ran no test, counts as one failure.
 */
function tally(passed: number, total: number, ok: boolean): Tally {
  const failed = total - passed;
  return { passed, failed: failed === 0 && (!ok || total === 0) ? 1 : failed };
}

const parsed = <Schema extends v.GenericSchema>(
  schema: Schema,
  json: string,
): v.InferOutput<Schema> | undefined => {
  try {
    return v.parse(schema, JSON.parse(json));
  } catch {
    return undefined;
  }
};

/** Vitest's report; anything else is a run that failed. */
export function tallyVitest(json: string, ok: boolean): Tally {
  const report = parsed(VitestReport, json);
  if (report === undefined) return tally(0, 0, false);
  return tally(report.numPassedTests, report.numTotalTests, ok && report.success);
}

/** Playwright's report; anything else is a run that failed. */
export function tallyPlaywright(json: string, ok: boolean): Tally {
  const report = parsed(PlaywrightReport, json);
  if (report === undefined) return tally(0, 0, false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return tally(expected, expected + unexpected + flaky + skipped, ok && report.errors.length === 0);
}
