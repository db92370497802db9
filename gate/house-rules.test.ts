import { RuleTester } from 'oxlint/plugins-dev';
import { describe, it } from 'vitest';
import house from './house-rules.ts';

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { sourceType: 'module', parserOptions: { lang: 'tsx' } } });

const test = (
  name: keyof typeof house.rules,
  valid: string[],
  invalid: string[],
  filename = 'sample.tsx',
) => {
  tester.run(name, house.rules[name], {
    valid: valid.map((code) => ({ code, filename })),
    invalid: invalid.map((code) => ({ code, filename, errors: 1 })),
  });
};

test(
  'no-literal-text',
  [
    `<p>{t('site.home')}</p>`,
    `<img alt="" src={src} lang="ar" dir="rtl" />`,
    `<p> · </p>`,
    `<img alt={t('alt')} />`,
    `<Icon name="search" />`,
    `<p>{kind === 'quote' ? <b /> : null}</p>`,
    `<th scope="col">{x}</th>`,
  ],
  [
    `<p>Home</p>`,
    `<p>{'Home'}</p>`,
    '<p>{`${count} comments`}</p>',
    `<p>{open ? 'Open' : title}</p>`,
    `<img alt="A view" />`,
    `<a title={'Home'} />`,
    `<input placeholder="Search" />`,
    `<button aria-label={label ?? 'Close'} />`,
    `<Field label="Name" />`,
    `const words = 'أهلاً';`,
    `<p>42</p>`,
  ],
);

test(
  'one-door',
  [`export { a, b, c, type D, e } from './x.ts'; export type { F } from './y.ts';`],
  [`export * from './x.ts';`, `export { a, b, c, d, e, f } from './x.ts'; export const g = 1;`],
  'src/features/articles/index.ts',
);
test('one-door', [`export { a, b, c, d, e, f, g } from './x.ts';`], [`export * as all from './x.ts';`]);

test(
  'one-assertion',
  [`const a = x as A; const b = ['y'] as const;`],
  [`const a = x as A; const b = y as B;`],
);

test(
  'no-definite-assignment',
  [`let a: string; class B { c?: string }`],
  [`let a!: string;`, `class B { c!: string }`],
);

test(
  'query-keys-from-factories',
  [`useQuery({ queryKey: keys.one(id) })`],
  [`useQuery({ queryKey: ['articles', id] })`],
);
test('query-keys-from-factories', [`queryOptions({ queryKey: ['articles'] })`], [], 'article-queries.ts');

test(
  'no-sides-in-names',
  [`const copyright = 1; const { left } = box; const leftover = rect.left; const brightness = 2`],
  [
    `const leftColumn = 1`,
    `function RightSection() {}`,
    `interface Props { alignRight: boolean }`,
    `type LeftPanel = string`,
    `const is_left = true`,
  ],
);
