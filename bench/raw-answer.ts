import { request } from 'node:http';

/** An answer as it came over the wire: still compressed, its headers as they were written. */
export interface RawAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** What browsers say on a host of their own machine and over TLS. */
export const asBrowser = { 'accept-encoding': 'gzip, deflate, br' };

/** Gets `url`. `fetch` would undo the compression and hide how many bytes were sent. */
export function rawAnswer(url: string, headers: Record<string, string> = asBrowser): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () => {
        const names = response.rawHeaders.filter((_, at) => at % 2 === 0);
        const values = response.rawHeaders.filter((_, at) => at % 2 === 1);
        const pairs = names.map((name, at): [string, string] => [name, values[at] ?? '']);
        resolve({ status: response.statusCode ?? 0, headers: pairs, body: Buffer.concat(pieces) });
      });
    });
    call.once('error', reject);
    call.end();
  });
}

export const headerOf = ({ headers }: RawAnswer, name: string): string | undefined =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1];
