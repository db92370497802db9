import { openBareSite } from './bare-site.ts';
import type { Part } from './figures.ts';
import { asBrowser, rawAnswer } from './raw-answer.ts';
import { interleaved, medianRatio } from './rounds.ts';
import { sampleAddresses } from './sample-articles.ts';
import { withSite } from './site.ts';
import { answersPerSecond, findWrk } from './wrk.ts';

const rounds = 5;
const seconds = 3;
/** Until Node has compiled what runs hot. */
const warmUp = 2;

/** Row 1: the site against a bare Node server that gives the same bytes. */
export const api: Part<'article' | 'list'> = {
  name: 'api',
  figures: ['article', 'list'],
  measure: (place) => {
    findWrk();
    return withSite(place, async ({ url }) => {
      const { list, read } = await sampleAddresses(url);
      return { article: await againstBare(read.api), list: await againstBare(list) };
    });
  },
};

async function againstBare(address: string) {
  const { pathname, search } = new URL(address);
  const answer = await rawAnswer(address);
  const bare = await openBareSite(new Map([[pathname + search, answer]]));
  try {
    const ours = () => answersPerSecond(address, seconds);
    const base = () => answersPerSecond(bare.url + pathname + search, seconds);
    await answersPerSecond(address, warmUp);
    await answersPerSecond(bare.url + pathname + search, warmUp);
    const measured = medianRatio(await interleaved(rounds, { ours, base }), 'answers/s');
    return { ...measured, from: `${measured.from} of ${answer.body.length} bytes` };
  } finally {
    await bare.stop();
  }
}

/** The rendered page, kept by the server as it is for every reader but the first, against the same article as JSON. */
export const page: Part<'page'> = {
  name: 'page',
  figures: ['page'],
  measure: (place) => {
    findWrk();
    return withSite(place, async ({ url }) => {
      const { read } = await sampleAddresses(url);
      const sizes = [await rawAnswer(read.page, asBrowser), await rawAnswer(read.api, asBrowser)];
      const ours = () => answersPerSecond(read.page, seconds);
      const base = () => answersPerSecond(read.api, seconds);
      await answersPerSecond(read.page, warmUp);
      await answersPerSecond(read.api, warmUp);
      const measured = medianRatio(await interleaved(rounds, { ours, base }), 'answers/s');
      const [pageSize = 0, apiSize = 0] = sizes.map(({ body }) => body.length);
      return { page: { ...measured, from: `${measured.from}, of ${pageSize} and ${apiSize} bytes` } };
    });
  },
};
