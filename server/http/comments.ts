import type { Context, Hono } from 'hono';
import { CommentDraft } from '#contract/comment';
import { endpoints } from '#contract/endpoints';
import { commentAnchor, paths } from '#contract/paths';
import type { ArticleStorage, CommentStorage } from '../storage/port.ts';
import { answer } from './answer.ts';
import { bodyKind, readForm, readJson } from './body.ts';
import type { KeepComment } from './comment-post.ts';
import { redirect } from './every-answer.ts';
import { formLanguage, type LanguageOf } from './reader-language.ts';
import { missingArticle } from './missing-article.ts';
import { Failure, problemFor } from './problems.ts';
import type { ShowRefused } from './pages.ts';
import { parseBody, parsePart } from './validation.ts';
import { slugParam } from './slug-param.ts';

interface Needs {
  storage: CommentStorage & Pick<ArticleStorage, 'isWithdrawn'>;
  keepComment: KeepComment;
  /** Shows an article's page with a form that was refused. */
  showRefused: ShowRefused;
  addressOf: (c: Context) => string;
  languageOf: LanguageOf;
  now: () => number;
}

/** Reading and posting comments. */
export function mountComments(
  app: Hono,
  { storage, keepComment, showRefused, addressOf, languageOf, now }: Needs,
): void {
  app.get('/api/articles/:slug/comments', async (c) => {
    const { query } = endpoints['GET /api/articles/:slug/comments'];
    const slug = slugParam(c);
    const page = await storage.listComments(slug, { now: now(), ...parsePart(query, c.req.query()) });
    if (page === undefined) throw await missingArticle(storage, slug, now());
    return answer(c, 'GET /api/articles/:slug/comments', page);
  });

  app.post('/api/articles/:slug/comments', async (c) => {
    const slug = slugParam(c);
    if (bodyKind(c) === 'form') return postForm(c, slug);
    const key = parsePart(endpoints['POST /api/articles/:slug/comments'].headers, c.req.header())[
      'idempotency-key'
    ];
    const draft = parseBody(CommentDraft, await readJson(c));
    const comment = await keepComment(c, { slug, draft, key: key.toLowerCase(), address: addressOf(c) });
    return answer(c, 'POST /api/articles/:slug/comments', comment);
  });

  app.get('/api/comments/:id', async (c) => {
    const located = await storage.getComment(c.req.param('id'), now());
    if (located === undefined) throw new Failure('not_found');
    return answer(c, 'GET /api/comments/:id', located);
  });

  app.get('/api/comments/:id/replies', async (c) => {
    const query = parsePart(endpoints['GET /api/comments/:id/replies'].query, c.req.query());
    const page = await storage.listReplies(c.req.param('id'), { now: now(), ...query });
    if (page === undefined) throw new Failure('not_found');
    return answer(c, 'GET /api/comments/:id/replies', page);
  });

  /** A plain form: the reader goes back to the page, to the comment or to the words and the reason. */
  async function postForm(c: Context, slug: string): Promise<Response> {
    const { fields, failure } = await readForm(c);
    const lang = formLanguage(c, fields.get('lang'), languageOf);
    const name = fields.get('name') ?? '';
    const text = fields.get('text') ?? '';
    const parentId = fields.get('parentId');
    try {
      if (failure !== undefined) throw failure;
      const draft = parseBody(CommentDraft, { author: { name }, text, ...(parentId ? { parentId } : {}) });
      const { id } = await keepComment(c, { slug, draft, key: undefined, address: addressOf(c) });
      return redirect(c, 303, `${paths.article(lang, slug)}?posted=${id}#${commentAnchor(id)}`);
    } catch (error) {
      const problem = problemFor(error);
      if (problem === undefined) throw error;
      return showRefused(c, lang, { slug, name, text, problem, ...(parentId && { parentId }) });
    }
  }
}
