import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BareAnswers } from './bare-answers.ts';
import { temporaryFolder } from './leftovers.ts';
import { root, startProgram } from './programs.ts';
import type { RawAnswer } from './raw-answer.ts';

export interface BareSite {
  url: string;
  pid: number;
  stop: () => Promise<string>;
}

/** Written by Node itself, for either server. */
const ofTheConnection = /^(date|connection|keep-alive|content-length|transfer-encoding)$/i;

/** A bare Node server that gives the same answers: same bytes, same headers, none of the work. */
export async function openBareSite(answers: ReadonlyMap<string, RawAnswer>): Promise<BareSite> {
  const folder = temporaryFolder();
  const listed = [...answers].map(([path, { status, headers, body }], at): BareAnswers[number] => {
    const file = String(at);
    writeFileSync(join(folder, file), body);
    return { path, status, headers: headers.filter(([name]) => !ofTheConnection.test(name)), file };
  });
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(listed));
  const server = startProgram(process.execPath, [join(root, 'bench/bare-server.ts'), folder]);
  const [, port] = await server.printed(/listening on (\d+)\./);
  return { url: `http://127.0.0.1:${port}`, pid: server.pid, stop: () => server.stop() };
}
