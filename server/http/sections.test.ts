import { expect, test } from 'vitest';
import { createSections } from './sections.ts';

const held = [
  { slug: 'science', name: 'علوم' },
  { slug: 'letters', name: 'أدب' },
  { slug: 'sports', name: 'رياضة' },
];
const storage = { listSections: async () => held };
const culture = { slug: 'culture', name: 'الثقافة', names: { ar: 'الثقافة', en: 'Culture' } };

test('without a face of its own a site has the storage’s sections in the storage’s order', async () => {
  expect(await createSections({ storage, face: { sections: [] } })(0)).toEqual(held);
});

test('the paper’s order comes first, with its names; what it does not name follows', async () => {
  const sections = [
    { slug: 'sports' },
    culture,
    { slug: 'science', name: 'العلوم', names: { ar: 'العلوم' } },
    { slug: 'only-ordered' },
  ];
  expect(await createSections({ storage, face: { sections } })(0)).toEqual([
    { slug: 'sports', name: 'رياضة' },
    culture,
    { slug: 'science', name: 'العلوم', names: { ar: 'العلوم' } },
    { slug: 'letters', name: 'أدب' },
  ]);
});
