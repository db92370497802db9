import { brotliDecompressSync } from 'node:zlib';
import type { Measured, Part } from './figures.ts';
import { visit, withBrowser } from './phone.ts';
import { headerOf, rawAnswer } from './raw-answer.ts';
import { sampleAddresses } from './sample-articles.ts';
import { withSite } from './site.ts';

const kinds = ['document', 'script', 'font', 'css'] as const;
type Kind = (typeof kinds)[number] | 'other';

/** What a first visit of the article page sends, by kind: bodies as they go over the wire, packed with brotli. */
export const bytes: Part<Kind | 'requests'> = {
  name: 'bytes',
  figures: [...kinds, 'other', 'requests'],
  measure: (place) =>
    withBrowser((browser) =>
      withSite(place, async ({ url }) => {
        const { read } = await sampleAddresses(url);
        const { requests } = await visit(browser, read.page, { throttled: false });
        const sent: { kind: Kind; bytes: number; packed: boolean }[] = [];
        for (const { url: address, kind } of requests) {
          const answer = await rawAnswer(address);
          const packed = headerOf(answer, 'content-encoding') === 'br';
          sent.push({ kind: kindOf(kind), bytes: answer.body.length, packed });
        }
        const sum = (kind: Kind): Measured => {
          const ofKind = sent.filter((one) => one.kind === kind);
          const plain = kind === 'font' ? 0 : ofKind.filter(({ packed }) => !packed).length;
          const from = `${ofKind.length} ${ofKind.length === 1 ? 'request' : 'requests'}${plain > 0 ? `, ${plain} not packed` : ''}`;
          return { value: ofKind.reduce((total, one) => total + one.bytes, 0) / 1000, from };
        };
        const inlined = `${inlineStyles((await rawAnswer(read.page)).body)} bytes more stand in the document, before packing`;
        const total = sent.reduce((all, one) => all + one.bytes, 0) / 1000;
        return {
          document: sum('document'),
          script: sum('script'),
          font: sum('font'),
          css: { ...sum('css'), from: `${sum('css').from}; ${inlined}` },
          other: sum('other'),
          requests: { value: requests.length, from: `${total.toFixed(1)} kB in all` },
        };
      }),
    ),
};

const kindOf = (type: string): Kind =>
  type === 'stylesheet' ? 'css' : (kinds.find((kind) => kind === type) ?? 'other');

function inlineStyles(packed: Buffer): number {
  const html = brotliDecompressSync(packed).toString();
  return [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].reduce(
    (sum, [, css = '']) => sum + Buffer.byteLength(css),
    0,
  );
}
