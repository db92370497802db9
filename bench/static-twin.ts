import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { type BareSite, openBareSite } from './bare-site.ts';
import type { View } from './phone.ts';
import { headerOf, type RawAnswer, rawAnswer } from './raw-answer.ts';

/** The same page for a browser without anything to run: text, styles and fonts are those of `view`. */
export async function openStaticTwin(pageUrl: string, { requests }: View): Promise<BareSite> {
  const answers = new Map<string, RawAnswer>();
  for (const { url, method, kind } of requests) {
    const { origin, pathname, search } = new URL(url);
    if (method !== 'GET' || origin !== new URL(pageUrl).origin || /^(script|fetch|xhr)$/.test(kind)) continue;
    const answer = await rawAnswer(url);
    answers.set(pathname + search, kind === 'document' ? withoutScript(answer) : answer);
  }
  return openBareSite(answers);
}

/** Packed again as the server packs pages, so that only what was taken out makes the difference. */
function withoutScript(answer: RawAnswer): RawAnswer {
  if (headerOf(answer, 'content-encoding') !== 'br') throw new Error('the page came without brotli');
  const html = brotliDecompressSync(answer.body)
    .toString()
    .replace(/<script\b[^]*?<\/script>/g, '')
    .replace(/<link\b[^>]*rel="modulepreload"[^>]*>/g, '');
  return { ...answer, body: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) };
}
