export { ArticleList } from './article-list.tsx';
export { ArticleView } from './article-view.tsx';
export { articleKeys, articleListQuery, articleQuery } from './article-queries.ts';
