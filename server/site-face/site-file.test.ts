import { describe, expect, test } from 'vitest';
import { parseSiteFile } from './site-file.ts';
import { StartError } from '../start-error.ts';

const file = '/data/site.json';
const parse = (value: unknown) => parseSiteFile(file, JSON.stringify(value));

function complaint(text: string): string {
  try {
    parseSiteFile(file, text);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return 'taken';
}

test('an empty object says nothing of its own', () => {
  expect(parse({})).toEqual({ sections: [], pages: [] });
});

test('every member is read, its words in NFC and without blanks around them', () => {
  expect(
    parse({
      name: ' رِوَاق ',
      wordmark: 'brand/name.svg',
      accent: { light: '#0B5A57', dark: '#74d3c7' },
      sections: [{ slug: 'culture', name: { ar: 'الثقافة', en: 'Culture' } }, { slug: 'مدن' }],
      pages: [{ slug: 'about' }],
      commentNote: { en: 'Views are their writers’ own.' },
    }),
  ).toEqual({
    name: 'رِوَاق',
    wordmark: 'brand/name.svg',
    accent: { light: '#0b5a57', dark: '#74d3c7' },
    sections: [{ slug: 'culture', name: { ar: 'الثقافة', en: 'Culture' } }, { slug: 'مدن' }],
    pages: [{ slug: 'about' }],
    commentNote: { en: 'Views are their writers’ own.' },
  });
});

describe('what cannot be used is refused in one sentence: file, place, value, what is allowed', () => {
  const wrong: [value: unknown, sentence: string][] = [
    [[], 'it is «[]»; allowed: an object of name, wordmark, accent, sections, pages, commentNote.'],
    [null, 'it is «null»; allowed: an object of name, wordmark, accent, sections, pages, commentNote.'],
    [{ name: 7 }, 'name is «7»; allowed: one line of 1 to 80 letters.'],
    [{ name: ' ' }, 'name is «»; allowed: one line of 1 to 80 letters.'],
    [{ name: 'a\nb' }, 'name is «a b»; allowed: one line of 1 to 80 letters.'],
    [{ name: 'ر'.repeat(81) }, `name is «${'ر'.repeat(80)}…»; allowed: one line of 1 to 80 letters.`],
    [{ wordmark: true }, 'wordmark is «true»; allowed: the name of an SVG file in the data folder.'],
    [
      { accent: { dark: '#333' } },
      'accent.dark is «#333»; allowed: #RRGGBB with a contrast of at least 4.5 to the paper (#15171b) and to the surface of forms (#1e2127) (now 1.2).',
    ],
    [
      { accent: { light: '#777777' } },
      'accent.light is «#777777»; allowed: #RRGGBB with a contrast of at least 4.5 to the paper (#fffdf9) and to the surface of forms (#f5f1e8) (now 3.9).',
    ],
    [
      { accent: { sepia: 'teal' } },
      'accent.sepia is «teal»; allowed: #RRGGBB with a contrast of at least 4.5 to the paper (#f6eedd) and to the surface of forms (#ede2cb).',
    ],
    [
      { accent: { light: 0 } },
      'accent.light is «0»; allowed: #RRGGBB with a contrast of at least 4.5 to the paper (#fffdf9) and to the surface of forms (#f5f1e8).',
    ],
    [
      { accent: { night: '#000000' } },
      'accent.night is no member that it may have; allowed: light, sepia, dark.',
    ],
    [{ accent: '#0b5a57' }, 'accent is «#0b5a57»; allowed: an object of light, sepia, dark.'],
    [{ sections: {} }, 'sections is «{}»; allowed: a list of sections.'],
    [{ sections: ['culture'] }, 'sections[0] is «culture»; allowed: an object of slug, name.'],
    [
      { sections: [{ name: { ar: 'أ' } }] },
      'sections[0].slug is «nothing»; allowed: an object of slug, name.',
    ],
    [
      { sections: [{ slug: 'a' }, { slug: 'Big City' }] },
      'sections[1].slug is «Big City»; allowed: a slug: small letters, digits and single hyphens, as comment-rules.',
    ],
    [
      { sections: [{ slug: 'a', name: { ar: 'أ', de: 'A' } }] },
      'sections[0].name.de is no member that it may have; allowed: ar, en, fr, fa, ur, he, tr.',
    ],
    [
      { sections: [{ slug: 'a', name: {} }] },
      'sections[0].name is «{}»; allowed: words by interface language (ar, en, fr, fa, ur, he, tr), at least one.',
    ],
    [
      { sections: [{ slug: 'a', name: 'A' }] },
      'sections[0].name is «A»; allowed: words by interface language (ar, en, fr, fa, ur, he, tr).',
    ],
    [
      { sections: [{ slug: 'a', name: { ar: '' } }] },
      'sections[0].name.ar is «»; allowed: one line of 1 to 80 letters.',
    ],
    [
      { sections: [{ slug: 'a' }, { slug: 'b' }, { slug: 'a' }] },
      'sections[2].slug is «a»; allowed: each slug once in its list.',
    ],
    [{ pages: [{ slug: 'a' }, { slug: 'a' }] }, 'pages[1].slug is «a»; allowed: each slug once in its list.'],
    [
      { pages: [{ slug: '../secret' }] },
      'pages[0].slug is «../secret»; allowed: a slug: small letters, digits and single hyphens, as comment-rules.',
    ],
    [{ pages: [{ slug: 'a', title: 'A' }] }, 'pages[0].title is no member that it may have; allowed: slug.'],
    [{ commentNote: { ar: 1 } }, 'commentNote.ar is «1»; allowed: one line of 1 to 300 letters.'],
    [
      { locale: 'ar-LB' },
      'locale is set in the environment, as SITE_LOCALE; allowed: name, wordmark, accent, sections, pages, commentNote.',
    ],
    [
      { colour: '#fff' },
      'colour is no member that it may have; allowed: name, wordmark, accent, sections, pages, commentNote.',
    ],
  ];
  test.each(wrong)('%j', (value, sentence) => {
    expect(complaint(JSON.stringify(value))).toBe(`${file}: ${sentence}`);
  });

  test('and broken JSON by its line and column', () => {
    expect(complaint('{\n  "name": "رواق",\n}')).toBe(
      `${file}: not JSON at line 3, column 1: «}» where a name in double quotes should stand.`,
    );
  });
});
