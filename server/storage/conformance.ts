import { articleCases } from './conformance/article-cases.ts';
import { changeCases } from './conformance/change-cases.ts';
import { commentCases } from './conformance/comment-cases.ts';
import type { ConformanceCase } from './conformance/conformance-case.ts';
import { frontCases } from './conformance/front-cases.ts';
import { likeCases } from './conformance/like-cases.ts';
import { ownCases } from './conformance/own-cases.ts';
import { placeCases } from './conformance/place-cases.ts';
import { postCases } from './conformance/post-cases.ts';
import { repeatCases } from './conformance/repeat-cases.ts';
import { searchCases } from './conformance/search-cases.ts';
import { versionCases } from './conformance/version-cases.ts';
import { withdrawalCases } from './conformance/withdrawal-cases.ts';

/** What every engine must do alike (promises 1, 2, 4 and 10). */
export const conformanceCases: readonly ConformanceCase[] = [
  ...articleCases,
  ...frontCases,
  ...withdrawalCases,
  ...versionCases,
  ...searchCases,
  ...commentCases,
  ...postCases,
  ...repeatCases,
  ...ownCases,
  ...likeCases,
  ...placeCases,
  ...changeCases,
];
