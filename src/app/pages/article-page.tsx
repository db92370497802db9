import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import type { Article } from '#contract/article';
import { isLanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import { directionWithin } from '#contract/text/direction';
import type { Site } from '#contract/site';
import { articleKeys, articleQueries, ArticleView } from '#articles';
import { CommentsSection, commentsPlace, RefusedComment, UnsentComments } from '#comments';
import { ListenButton } from '#listening';
import { ReaderPlace } from '#place';
import { PassageTools, ShareLink, ShareRow } from '#sharing';
import { HeadOf } from '../head-of.tsx';
import type { Head } from '../head.ts';
import { usePageContext } from '../page-context.ts';
import { siteQuery } from '#platform/site-queries.ts';
import { LiveSlot } from './live-slot.tsx';
import styles from './pages.module.css';

/** One article and the conversation under it. */
export function ArticlePage() {
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const queryClient = useQueryClient();
  const { form, posted, done, refused: refusedAct } = usePageContext();
  const { data: site } = useSuspenseQuery(siteQuery);
  const { data: article } = useSuspenseQuery(articleQueries.one(slug));
  const canonical = canonicalPath(article, site);
  const url = site.url + canonical;
  const refused = form?.slug === slug ? form : undefined;
  return (
    <div className={styles['article']}>
      <HeadOf head={headOf(article, canonical)} />
      <ReaderPlace id={article.id} blocks={article.body} />
      <ArticleView
        slug={slug}
        before={
          <div className={styles['tools']}>
            <ShareLink article={article} url={url} />
            {/* Last: it comes late, and moves nothing there. */}
            <ListenButton key={slug} article={article} />
          </div>
        }
        after={<ShareRow article={article} url={url} />}
      />
      <PassageTools article={article} url={url} />
      {article.comments.state === 'hidden' ? (
        <>
          {refused !== undefined && <RefusedComment refused={refused} />}
          <UnsentComments slug={slug} />
        </>
      ) : (
        <CommentsSection
          key={slug}
          article={article}
          place={commentsPlace(search)}
          posted={search.get('posted') === posted?.id ? posted : undefined}
          done={done !== undefined && search.get(done.kind) === done.id ? done : undefined}
          refused={refused}
          refusedAct={refusedAct}
          Live={LiveSlot}
          // Lists show the count; they are fetched again when they are next looked at.
          onPosted={() =>
            void queryClient.invalidateQueries({ queryKey: articleKeys.all, refetchType: 'none' })
          }
        />
      )}
    </div>
  );
}

/** An article has one address, in its own language where the interface speaks it, else in the site's. */
function canonicalPath(article: Article, site: Site): string {
  const language = article.lang.split('-')[0];
  const offered = isLanguageCode(language) && site.languages.some(({ code }) => code === language);
  return paths.article(offered ? language : site.defaultLanguage, article.slug);
}

function headOf(article: Article, canonical: string): Head {
  const { publishedAt, updatedAt, title, dir } = article;
  return {
    title,
    dir: directionWithin(title, dir) ?? dir,
    description: article.summary ?? firstWords(article),
    canonical,
    article: { publishedAt, updatedAt, language: article.lang },
    image: article.image?.src,
  };
}

/** The beginning of the text, cut at a word, where there is no standfirst. */
function firstWords({ body }: Article): string | undefined {
  const first = body.find((block) => block.type === 'paragraph');
  const text = first?.children.map((run) => run.text).join('') ?? '';
  if (text === '') return undefined;
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s\S*$/, '')}…`;
}
