export { ArticleBody } from './article-body.tsx';
export { ArticleList } from './article-list.tsx';
export { ArticleView } from './article-view.tsx';
export { FrontView } from './front-view.tsx';
export { articleKeys, articleQueries } from './article-queries.ts';
