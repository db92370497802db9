import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { endpoints } from '#contract/endpoints';
import type { Config } from './config.ts';
import { mountArticles } from './http/articles.ts';
import { clientAddress, socketAddress } from './http/client-address.ts';
import { mountCommentActs } from './http/comment-act-routes.ts';
import { createCommentActs } from './http/comment-acts.ts';
import { createKeepComment, randomId } from './http/comment-post.ts';
import { mountComments } from './http/comments.ts';
import type { CommentStreams } from './http/comment-streams.ts';
import { mountEvents } from './http/events.ts';
import { mountFeeds } from './http/feeds.ts';
import { mountFront } from './http/front.ts';
import { crossOrigin, sameSiteOnly } from './http/guard.ts';
import { createMetrics, mountHealth } from './http/health.ts';
import { mountOpenApi, openApiPath } from './http/openapi.ts';
import { mountPages, type Renderer } from './http/pages.ts';
import { Failure, internalProblem, problemFor, problemResponse } from './http/problems.ts';
import { createLanguageOf } from './http/reader-language.ts';
import { createSections } from './http/sections.ts';
import { mountSite } from './http/site.ts';
import { mountPictures } from './http/pictures.ts';
import { mountStaticPages } from './http/static-pages.ts';
import { createVersionedAnswers } from './http/versioned-answer.ts';
import { mountWordmark } from './http/wordmark.ts';
import { plainFace, type SiteFace } from './site-face/site-face.ts';
import type { Storage } from './storage/port.ts';

export interface AppParts {
  config: Config;
  storage: Storage;
  /** Who follows conversations; absent where nobody can: then only the list tells what is new. */
  streams?: CommentStreams;
  /** The paper's own face; a site without a site.json has none. */
  face?: SiteFace;
  renderer: Renderer;
  /** Serves the built files; calls on where there is none. */
  assets: MiddlewareHandler;
  log: Logger;
  /** See createKeepComment. */
  addressKey: string;
  /** Milliseconds since 1970; a test's own where it wants to turn it. */
  now?: () => number;
  /** Ids of comments; likewise. */
  newId?: () => string;
}

/** Bytes of rendered pages and answers kept in memory. */
const kept = 32 * 1024 * 1024;

/** The whole site as one function from requests to answers, without a socket. */
export function createApp({
  config,
  storage,
  streams,
  face = plainFace,
  renderer,
  assets,
  log,
  addressKey,
  now = Date.now,
  newId = randomId,
}: AppParts): Hono {
  const app = new Hono();
  const answers = createVersionedAnswers(kept);
  const { registry, measure } = createMetrics();

  const languageOf = createLanguageOf(config);
  const addressOf = (c: Context) =>
    clientAddress(socketAddress(c) ?? '', c.req.header('x-forwarded-for'), config.isTrustedProxy);

  app.use(measure);
  if (config.corsOrigins.size > 0) app.use(crossOrigin(config));
  app.use(sameSiteOnly(config));
  mountHealth(app, { storage, registry });

  const keepComment = createKeepComment({ config, storage, addressKey, now, newId });
  const sections = createSections({ storage, face });
  mountSite(app, { config, face, storage, sections, answers, now });
  mountStaticPages(app, { face, answers });
  mountFront(app, { storage, sections, answers, now });
  mountArticles(app, { storage, answers, now });
  mountComments(app, {
    storage,
    keepComment,
    addressOf,
    languageOf,
    now,
    showRefused: (...shown) => pages.showRefused(...shown),
  });
  mountCommentActs(app, {
    acts: createCommentActs({ config, storage, addressOf, now }),
    languageOf,
    showRefusedAct: (...shown) => pages.showRefusedAct(...shown),
  });
  if (streams !== undefined) mountEvents(app, { streams, storage, addressOf, now });
  mountOpenApi(app);
  for (const path of new Set(Object.keys(endpoints).map((name) => name.split(' ')[1] ?? ''))) {
    app.all(path, (c) => {
      c.header('allow', allowedMethods(path));
      throw new Failure('method_not_allowed');
    });
  }
  // Past the API, which has none of their addresses.
  mountWordmark(app, face);
  mountPictures(app, config);
  mountFeeds(app, { config, face, storage, sections, answers, now });
  app.use(assets);
  const pages = mountPages(app, { config, storage, renderer, face, answers, log, languageOf, now });
  app.all('*', (c) => {
    if (c.req.path.startsWith('/api/') && c.req.path !== openApiPath) throw new Failure('not_found');
    c.header('allow', 'GET, HEAD');
    throw new Failure('method_not_allowed');
  });

  app.onError((error, c) => {
    const problem = problemFor(error);
    if (problem === undefined || problem.status >= 500)
      log.error({ err: error, path: c.req.path }, 'a request failed');
    return problemResponse(c, problem ?? internalProblem());
  });
  return app;
}

function allowedMethods(path: string): string {
  const methods = Object.keys(endpoints).flatMap((name) =>
    name.split(' ')[1] === path ? [name.split(' ')[0] ?? ''] : [],
  );
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
}
