import { hash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { plainTextOf } from './article-text.ts';
import type { Database, DetailPart, SummaryPart } from './database.ts';
import type { ArticleDraft } from '../domain/article-draft.ts';
import type { SaveOutcome } from './port.ts';
import { freePosition } from './position.ts';
import { exactText, indexEntryOf, type SearchDialect } from './search.ts';

/** Adds or updates an article, with its tags and its place in the search index, in one transaction. */
export async function saveArticle(
  tx: Transaction<Database>,
  { search, newId }: { search: SearchDialect; newId: () => string },
  draft: ArticleDraft,
): Promise<SaveOutcome> {
  const kept = await tx
    .selectFrom('articles')
    .select(['id', 'slug', 'position', 'published', 'content_hash', 'version', 'withdrawn'])
    .where('source', '=', draft.source)
    .executeTakeFirst();
  if (kept === undefined) {
    const taken = await tx
      .selectFrom('articles')
      .select('id')
      .where('slug', '=', draft.slug)
      .executeTakeFirst();
    if (taken !== undefined) return { outcome: 'slug_taken', slug: draft.slug };
  }

  const stillWithdrawn = kept?.withdrawn === 1 ? { withdrawn: true as const } : {};
  const published = draft.publishedAt ?? kept?.published ?? draft.now;
  const content = contentOf(draft);
  const contentHash = hash('sha256', JSON.stringify([content, published]));
  if (kept?.content_hash === contentHash) {
    return { outcome: 'unchanged', slug: kept.slug, ...stillWithdrawn };
  }

  const moved = kept === undefined || kept.published !== published;
  const position = moved ? await freePosition(tx, 'articles', published) : kept.position;
  if (draft.section !== undefined) await keepSection(tx, draft.section);
  const { body, ...columns } = content;
  const row = { ...columns, position, published, content_hash: contentHash };
  if (kept === undefined) {
    const id = newId();
    await tx
      .insertInto('articles')
      .values({
        ...row,
        id,
        slug: draft.slug,
        source: draft.source,
        // Of an archive's article, "updated today" would be a lie.
        updated: published,
        comment_count: 0,
        version: 1,
        comments_version: 0,
        withdrawn: 0,
      })
      .execute();
    await tx.insertInto('article_bodies').values({ article: id, body_json: body }).execute();
  } else {
    await unlist(tx, kept.position);
    await tx
      .updateTable('articles')
      .set({ ...row, updated: Math.max(draft.now, published), version: kept.version + 1 })
      .where('id', '=', kept.id)
      .execute();
    await tx.updateTable('article_bodies').set({ body_json: body }).where('article', '=', kept.id).execute();
  }
  await list(tx, search, position, draft);
  await tx
    .updateTable('site')
    .set((eb) => ({ articles_version: eb('articles_version', '+', 1) }))
    .execute();
  return kept === undefined
    ? { outcome: 'added', slug: draft.slug }
    : { outcome: 'updated', slug: kept.slug, ...stillWithdrawn };
}

/** What a reader could see change, in one order: equal content is equal text. */
function contentOf(draft: ArticleDraft) {
  const summary: SummaryPart = {
    title: draft.title,
    kicker: draft.kicker,
    summary: draft.summary,
    lang: draft.lang,
    dir: draft.dir,
    section: draft.section,
    authors: draft.authors,
    dateline: draft.dateline,
    credit: draft.credit,
    image: draft.image,
  };
  const detail: DetailPart = {
    tags: draft.tags,
    creditLine: draft.creditLine,
    correction: draft.correction,
  };
  const lang = draft.lang.toLowerCase();
  return {
    section: draft.section?.slug ?? null,
    lang,
    language: lang.split('-')[0] ?? lang,
    reading_minutes: draft.readingMinutes,
    comments_state: draft.commentsState,
    summary_json: JSON.stringify(summary),
    detail_json: JSON.stringify(detail),
    body: JSON.stringify(draft.body),
  };
}

/** A section is called what its latest import calls it; one that only gives its slug calls it nothing. */
async function keepSection(tx: Transaction<Database>, { slug, name }: { slug: string; name: string }) {
  await tx
    .insertInto('sections')
    .values({ slug, name })
    .onConflict((conflict) => {
      const same = conflict.column('slug');
      return name === slug ? same.doNothing() : same.doUpdateSet({ name });
    })
    .execute();
}

/** Puts the article at `position` into the lists by tag and by word. */
async function list(tx: Transaction<Database>, search: SearchDialect, position: number, draft: ArticleDraft) {
  const text = exactText([draft.title, draft.summary ?? '', plainTextOf(draft.body)].join('\n'));
  await tx.insertInto('article_texts').values({ position, text }).execute();
  await search.put(tx, position, indexEntryOf(text));
  const tags = [...new Set(draft.tags)].map((tag) => ({ tag, position }));
  if (tags.length > 0) await tx.insertInto('article_tags').values(tags).execute();
}

/** Takes the article that stands at `position` out of them again. */
async function unlist(tx: Transaction<Database>, position: number) {
  await tx.deleteFrom('article_texts').where('position', '=', position).execute();
  await tx.deleteFrom('article_tags').where('position', '=', position).execute();
  await tx.deleteFrom('article_terms').where('rowid', '=', position).execute();
}
