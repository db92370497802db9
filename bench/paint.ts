import type { Part } from './figures.ts';
import { type View, visit, withBrowser } from './phone.ts';
import { interleaved, ratioOfMedians } from './rounds.ts';
import { sampleAddresses } from './sample-articles.ts';
import { withSite } from './site.ts';
import { openStaticTwin } from './static-twin.ts';

const rounds = 7;

/** When a phone on a slow line shows the article, against the same page without script. */
export const paint: Part<'fcp' | 'lcp' | 'cls' | 'apiCalls'> = {
  name: 'paint',
  figures: ['fcp', 'lcp', 'cls', 'apiCalls'],
  measure: (place) =>
    withBrowser((browser) =>
      withSite(place, async ({ url }) => {
        const { read } = await sampleAddresses(url);
        const first = await visit(browser, read.page, { throttled: false });
        const twin = await openStaticTwin(read.page, first);
        try {
          const twinPage = twin.url + new URL(read.page).pathname;
          const views = await interleaved(rounds, {
            ours: () => visit(browser, read.page, { throttled: true }),
            base: () => visit(browser, twinPage, { throttled: true }),
          });
          const ratio = (time: 'fcp' | 'lcp') =>
            ratioOfMedians(
              views.map(({ ours, base }) => ({ ours: ours[time], base: base[time] })),
              'ms',
            );
          const worst = (count: (view: View) => number) => Math.max(...views.map(({ ours }) => count(ours)));
          const shifted = Math.max(...views.map(({ base }) => base.cls));
          return {
            fcp: ratio('fcp'),
            lcp: ratio('lcp'),
            cls: {
              value: worst(({ cls }) => cls),
              from: `the most of ${rounds} visits; static ${shifted.toFixed(4)}`,
            },
            apiCalls: {
              value: worst(callsForThePage),
              from: `the most of ${rounds} visits, until 2 s after load`,
            },
          };
        } finally {
          await twin.stop();
        }
      }),
    ),
};

/** Calls of the API but those for what belongs to one reader or is yet to come, which no page can carry. */
const callsForThePage = ({ requests }: View): number =>
  requests.filter(({ url, method }) => {
    const { pathname } = new URL(url);
    return method === 'GET' && pathname.startsWith('/api/') && !/\/(mine|events)$/.test(pathname);
  }).length;
