import * as v from 'valibot';
import { Article, ArticlePage } from './article.ts';
import {
  Comment,
  CommentDraft,
  CommentEdit,
  CommentForm,
  CommentPage,
  commentOrders,
  CommentReport,
  LikeForm,
  Likes,
  LocatedComment,
  Mine,
  ReplyPage,
  ReportForm,
} from './comment.ts';
import { CommentEvent, CommentsHello } from './comment-event.ts';
import { Front } from './front.ts';
import { limits } from './limits.ts';
import type { ProblemCode } from './problem-codes.ts';
import { Site } from './site.ts';
import { StaticPage } from './static-page.ts';

/** What one call takes and gives. `problems` lists the codes of its own, beside those any call may answer. */
export interface Endpoint {
  readonly summary: string;
  readonly params?: v.GenericSchema;
  readonly query?: v.GenericSchema;
  readonly headers?: v.GenericSchema;
  readonly body?: v.GenericSchema;
  /** The same as a plain form, which is answered by a page or a way back to it. */
  readonly form?: v.GenericSchema;
  /** Whether the answer has an ETag, and whoever holds it is answered with 304. */
  readonly conditional?: true;
  /** Whether the answer goes on as server-sent events; `output` is then the data of each. */
  readonly stream?: true;
  /** 303: taken as a plain form alone, and answered with the way back to its page. */
  readonly status: 200 | 201 | 202 | 204 | 303;
  /** `undefined`: the answer has no body. */
  readonly output: v.GenericSchema;
  readonly problems: readonly ProblemCode[];
}

const Slug = v.object({ slug: v.pipe(v.string(), v.minLength(1)) });
const Id = v.object({ id: v.pipe(v.string(), v.minLength(1)) });

/** `1`–`100` as digits; anything else is the caller's mistake, never rounded. */
const limit = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\d{1,3}$/),
    v.transform(Number),
    v.minValue(limits.page.min),
    v.maxValue(limits.page.max),
  ),
  String(limits.page.default),
);
/** Opaque: whoever made it says whether it is one, whatever its length. */
const cursor = v.optional(v.string());
const nothing = v.undefined();
const word = v.optional(v.pipe(v.string(), v.maxLength(limits.query)));

/** Of every call that does something to a comment that is there. */
const actProblems = ['forbidden', 'not_found', 'rate_limited', 'storage_full'] as const;
const ownProblems = [...actProblems, 'edit_window_closed'] as const;

/** The whole JSON API: one line a call, `METHOD /path` as its name, parameters after a colon. */
export const endpoints = {
  'GET /api/site': {
    summary: 'Name, interface languages and sections of the site',
    status: 200,
    output: Site,
    problems: [],
  },
  'GET /api/pages/:slug': {
    summary: 'A static page, in the language asked for where the site has it, else in its own',
    params: Slug,
    query: v.object({ lang: word }),
    status: 200,
    output: StaticPage,
    problems: ['not_found', 'invalid_request'],
  },
  'GET /api/front': {
    summary: 'The front page: lead and stories, sections, the most commented',
    status: 200,
    output: Front,
    problems: [],
  },
  'GET /api/articles': {
    summary: 'Articles, newest first; with q, those that hold the exact words before folded matches',
    query: v.object({ section: word, tag: word, lang: word, q: word, limit, cursor }),
    conditional: true,
    status: 200,
    output: ArticlePage,
    problems: ['invalid_request', 'cursor_invalid'],
  },
  'GET /api/articles/:slug': {
    summary: 'One article with its body; ETag, 304 on a match',
    params: Slug,
    conditional: true,
    status: 200,
    output: Article,
    problems: ['not_found'],
  },
  'GET /api/articles/:slug/comments': {
    summary: 'Top-level comments with their first replies',
    params: Slug,
    query: v.object({ order: v.optional(v.picklist(commentOrders), 'newest'), limit, cursor }),
    status: 200,
    output: CommentPage,
    problems: ['not_found', 'invalid_request', 'cursor_invalid'],
  },
  'POST /api/articles/:slug/comments': {
    summary: 'A new comment; the same key and body again gives the first answer',
    params: Slug,
    headers: v.object({ 'idempotency-key': v.pipe(v.string(), v.uuid()) }),
    body: CommentDraft,
    form: CommentForm,
    status: 201,
    output: Comment,
    problems: [
      'invalid_request',
      'comments_closed',
      'forbidden',
      'not_found',
      'too_large',
      'unsupported_media_type',
      'validation_failed',
      'parent_invalid',
      'idempotency_mismatch',
      'rate_limited',
      'storage_full',
    ],
  },
  'GET /api/articles/:slug/events': {
    summary: 'New, changed and removed comments as they come; from Last-Event-ID or after, else from now',
    params: Slug,
    query: v.object({ after: v.optional(v.string()) }),
    headers: v.object({ 'last-event-id': v.optional(v.string()) }),
    stream: true,
    status: 200,
    output: v.union([CommentEvent, CommentsHello]),
    problems: ['not_found'],
  },
  'GET /api/comments/:id': {
    summary: 'One comment, the slug of its article and the top of its branch',
    params: Id,
    status: 200,
    output: LocatedComment,
    problems: ['not_found'],
  },
  'GET /api/comments/:id/replies': {
    summary:
      'All descendants of a comment, flat, oldest first; with from, the id of one of them, from that one on',
    params: Id,
    query: v.pipe(
      v.object({ from: word, limit, cursor }),
      v.check(({ from, cursor: after }) => from === undefined || after === undefined),
    ),
    status: 200,
    output: ReplyPage,
    problems: ['not_found', 'invalid_request', 'cursor_invalid'],
  },
  'GET /api/articles/:slug/mine': {
    summary:
      'What this browser likes of the comments, and what it may still do to its own; never kept by caches',
    params: Slug,
    status: 200,
    output: Mine,
    problems: ['not_found'],
  },
  'PATCH /api/comments/:id': {
    summary: `Other words for one's own comment, for ${limits.editWindowMinutes} minutes, from the same browser`,
    params: Id,
    body: CommentEdit,
    status: 200,
    output: Comment,
    problems: [...ownProblems, 'invalid_request', 'too_large', 'unsupported_media_type', 'validation_failed'],
  },
  'DELETE /api/comments/:id': {
    summary: `Takes one's own comment back, for ${limits.editWindowMinutes} minutes, from the same browser`,
    params: Id,
    status: 204,
    output: nothing,
    problems: ownProblems,
  },
  'PUT /api/comments/:id/like': {
    summary: 'This browser likes the comment; once, however often it says so',
    params: Id,
    status: 200,
    output: Likes,
    problems: actProblems,
  },
  'DELETE /api/comments/:id/like': {
    summary: 'This browser likes the comment no longer',
    params: Id,
    status: 200,
    output: Likes,
    problems: actProblems,
  },
  'POST /api/comments/:id/like': {
    summary: 'Both as a plain form; lang is the interface language of its page',
    params: Id,
    query: v.object({ lang: word }),
    form: LikeForm,
    status: 303,
    output: nothing,
    problems: [...actProblems, 'invalid_request', 'too_large', 'unsupported_media_type'],
  },
  'POST /api/comments/:id/reports': {
    summary: 'Asks that somebody look at the comment; one report a browser, the first',
    params: Id,
    body: CommentReport,
    form: ReportForm,
    status: 202,
    output: nothing,
    problems: [...actProblems, 'invalid_request', 'too_large', 'unsupported_media_type', 'validation_failed'],
  },
} as const satisfies Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /api/${string}`, Endpoint>;

type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;

type Part<Name extends EndpointName, Key extends 'params' | 'query' | 'headers' | 'body'> =
  Endpoints[Name] extends Record<Key, infer Schema extends v.GenericSchema> ? Schema : undefined;
type Sent<Schema> = Schema extends v.GenericSchema ? v.InferInput<Schema> : undefined;
type Present<Parts> = { [Key in keyof Parts as Parts[Key] extends undefined ? never : Key]: Parts[Key] };

/** What a caller of `Name` passes: only the parts that it has. */
export type CallInput<Name extends EndpointName> = Present<{
  params: Sent<Part<Name, 'params'>>;
  query: Sent<Part<Name, 'query'>>;
  headers: Sent<Part<Name, 'headers'>>;
  body: Sent<Part<Name, 'body'>>;
}>;

/** What `Name` answers when all went well; undefined where that is no body. */
export type Answer<Name extends EndpointName> = v.InferOutput<Endpoints[Name]['output']>;
