import type { Context, Hono } from 'hono';
import { CommentEdit, CommentReport } from '#contract/comment';
import type { DoneForm, RefusedAct } from '#contract/page';
import { commentAnchor, paths } from '#contract/paths';
import { answer } from './answer.ts';
import { bodyKind, readForm, readJson } from './body.ts';
import type { CommentActs } from './comment-acts.ts';
import { redirect } from './every-answer.ts';
import type { ShowRefusedAct } from './pages.ts';
import { Failure, problemFor } from './problems.ts';
import { formLanguage, type LanguageOf } from './reader-language.ts';
import { slugParam } from './slug-param.ts';
import { parseBody } from './validation.ts';

interface Needs {
  acts: CommentActs;
  /** Shows the page of a comment with a like or a report that was refused. */
  showRefusedAct: ShowRefusedAct;
  languageOf: LanguageOf;
}

/** A reader's own comments, likes and reports; the last two as plain forms too. */
export function mountCommentActs(app: Hono, { acts, showRefusedAct, languageOf }: Needs): void {
  app.get('/api/articles/:slug/mine', async (c) =>
    answer(c, 'GET /api/articles/:slug/mine', await acts.mine(c, slugParam(c)), 'private, no-store'),
  );

  app.patch('/api/comments/:id', async (c) => {
    if (bodyKind(c) !== 'json') throw new Failure('unsupported_media_type');
    const { text } = parseBody(CommentEdit, await readJson(c));
    return answer(c, 'PATCH /api/comments/:id', await acts.edit(c, c.req.param('id'), text));
  });

  app.delete('/api/comments/:id', async (c) => {
    await acts.remove(c, c.req.param('id'));
    return answer(c, 'DELETE /api/comments/:id', undefined);
  });

  app.put('/api/comments/:id/like', async (c) => {
    const { likes } = await acts.like(c, c.req.param('id'), false);
    return answer(c, 'PUT /api/comments/:id/like', likes);
  });

  app.delete('/api/comments/:id/like', async (c) => {
    const { likes } = await acts.like(c, c.req.param('id'), true);
    return answer(c, 'DELETE /api/comments/:id/like', likes);
  });

  app.post('/api/comments/:id/like', async (c) => {
    if (bodyKind(c) !== 'form') throw new Failure('unsupported_media_type');
    const { fields, failure } = await readForm(c);
    const undo = (fields.get('undo') ?? '') !== '';
    const id = c.req.param('id');
    return byForm(c, c.req.query('lang'), { kind: 'like', id, reason: '' }, async () => {
      if (failure !== undefined) throw failure;
      const { slug } = await acts.like(c, id, undo);
      return { slug, kind: undo ? 'unliked' : 'liked' };
    });
  });

  app.post('/api/comments/:id/reports', async (c) => {
    const id = c.req.param('id');
    if (bodyKind(c) === 'json') {
      const { reason } = parseBody(CommentReport, await readJson(c));
      await acts.report(c, id, reason);
      return answer(c, 'POST /api/comments/:id/reports', undefined);
    }
    const { fields, failure } = await readForm(c);
    const reason = fields.get('reason') ?? '';
    return byForm(c, fields.get('lang'), { kind: 'report', id, reason }, async () => {
      if (failure !== undefined) throw failure;
      const { slug } = await acts.report(c, id, parseBody(CommentReport, { reason }).reason);
      return { slug, kind: 'reported' };
    });
  });

  /** A plain form: the reader goes back to the comment, or to the reason and the words of a report. */
  async function byForm(
    c: Context,
    named: string | undefined,
    asked: Omit<RefusedAct, 'problem'>,
    act: () => Promise<{ slug: string; kind: DoneForm['kind'] }>,
  ): Promise<Response> {
    const lang = formLanguage(c, named, languageOf);
    try {
      const { slug, kind } = await act();
      return redirect(c, 303, `${paths.article(lang, slug)}?${kind}=${asked.id}#${commentAnchor(asked.id)}`);
    } catch (error) {
      const problem = problemFor(error);
      if (problem === undefined) throw error;
      return showRefusedAct(c, lang, { ...asked, problem });
    }
  }
}
