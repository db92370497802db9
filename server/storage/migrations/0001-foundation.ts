import type { Migration } from './migration.ts';

/** What the engines call their types, and what they say after a table, and after one that is read by its key alone. */
interface Words {
  integer: string;
  json: string;
  table: string;
  keyed: string;
}

/** Articles, comments, writers and moderators: the same tables for every engine. */
const tables = ({ integer, json, table, keyed }: Words): string[] => [
  `create table site (
    id ${integer} primary key check (id = 1),
    articles_version ${integer} not null default 0,
    comments_version ${integer} not null default 0,
    address_key text
  )${table}`,
  `insert into site (id) values (1)`,

  `create table sections (slug text primary key, name text not null)${keyed}`,

  `create table articles (
    position ${integer} primary key,
    id text not null unique,
    slug text not null unique,
    source text not null unique,
    content_hash text not null,
    published ${integer} not null,
    updated ${integer} not null,
    section text references sections (slug),
    lang text not null,
    language text not null,
    reading_minutes ${integer} not null,
    comments_state text not null check (comments_state in ('open', 'closed', 'hidden')),
    comment_count ${integer} not null default 0,
    version ${integer} not null default 1,
    comments_version ${integer} not null default 0,
    withdrawn ${integer} not null default 0,
    summary_json ${json} not null,
    detail_json ${json} not null
  )${table}`,
  `create index articles_of_section on articles (section, position)`,
  `create index articles_of_language on articles (language, position)`,

  // Apart, so that a list never walks over a body's pages.
  `create table article_bodies (
    article text primary key references articles (id),
    body_json ${json} not null
  )${table}`,
  `create table article_texts (position ${integer} primary key, text text not null)${table}`,
  `create table article_tags (
    tag text not null,
    position ${integer} not null,
    primary key (tag, position)
  )${keyed}`,
  `create index article_tags_of_article on article_tags (position)`,

  `create table writers (id text primary key, created ${integer} not null)${keyed}`,

  `create table comments (
    position ${integer} primary key,
    id text not null unique,
    article text not null references articles (id),
    parent text references comments (id),
    root text references comments (id),
    writer text not null references writers (id),
    author_name text not null,
    staff ${integer} not null default 0,
    state text not null check (state in ('published', 'pending', 'removed')),
    first_state text not null,
    created ${integer} not null,
    edited ${integer},
    removed ${integer},
    like_count ${integer} not null default 0,
    reply_count ${integer} not null default 0,
    fingerprint text not null,
    address_hash text,
    text text not null
  )${table}`,
  `create index comments_by_time on comments (article, position) where parent is null`,
  `create index comments_by_likes on comments (article, like_count, position) where parent is null`,
  `create index comments_of_root on comments (root, position) where root is not null`,
  `create index comments_of_parent on comments (parent) where parent is not null`,
  `create index comments_of_writer on comments (writer)`,
  `create index comments_in_question on comments (state, position) where state <> 'published'`,
  `create index comments_by_fingerprint on comments (fingerprint)`,

  `create table comment_edits (
    comment text not null references comments (id),
    text text not null,
    edited ${integer} not null
  )${table}`,
  `create index comment_edits_of_comment on comment_edits (comment, edited)`,
  `create table likes (
    comment text not null references comments (id),
    writer text not null references writers (id),
    created ${integer} not null,
    primary key (comment, writer)
  )${keyed}`,
  `create index likes_of_writer on likes (writer)`,
  `create table reports (
    comment text not null references comments (id),
    writer text not null references writers (id),
    reason text not null default '',
    created ${integer} not null,
    settled ${integer},
    primary key (comment, writer)
  )${keyed}`,

  `create table moderators (
    id text primary key,
    name text not null unique,
    password_hash text not null,
    created ${integer} not null,
    disabled ${integer}
  )${table}`,
  `create table moderation_decisions (
    id text primary key,
    comment text not null references comments (id),
    moderator text not null references moderators (id),
    decision text not null,
    note text,
    created ${integer} not null
  )${table}`,
  `create index moderation_decisions_of_comment on moderation_decisions (comment, created)`,
  `create table sessions (
    token text primary key,
    writer text references writers (id),
    moderator text references moderators (id),
    created ${integer} not null,
    expires ${integer},
    revoked ${integer},
    check ((writer is null) <> (moderator is null))
  )${keyed}`,

  `create table idempotency_keys (
    key text primary key,
    fingerprint text not null,
    article text not null references articles (id),
    comment text not null references comments (id),
    created ${integer} not null
  )${keyed}`,
  `create index idempotency_keys_by_age on idempotency_keys (created)`,
];

/** The first schema. Each engine's index of terms is its own. */
export const foundation: Migration = {
  version: 1,
  sqlite: [
    ...tables({ integer: 'integer', json: 'text', table: ' strict', keyed: ' strict, without rowid' }),
    // Our own terms (search.ts) split at blanks and nothing else; the text itself is not kept twice. A prefix
    // without an index of its length is merged from all its words before the first match is known.
    `create virtual table article_terms using fts5 (
      terms, tokenize = 'ascii', detail = 'none', content = '', contentless_delete = 1, prefix = '2 3 4 5 6 7 8'
    )`,
  ],
  postgres: [
    // `json`, not `jsonb`: what was written comes out again, its members in their order.
    ...tables({ integer: 'bigint', json: 'json', table: '', keyed: '' }),
    `create table article_terms (rowid bigint primary key, terms tsvector not null)`,
    // Without a list of entries still to be filed, through which every search would read after an import.
    `create index article_terms_by_term on article_terms using gin (terms) with (fastupdate = off)`,
  ],
};
