import { defineConfig } from 'i18next-cli';
import { languageCodes } from '../contract/languages.ts';

// The tool holds each language against its primary one, and takes key names for Arabic text if that is ar.
export default defineConfig({
  locales: ['en', ...languageCodes.filter((code) => code !== 'en')],
  extract: {
    primaryLanguage: 'en',
    input: ['src/**/*.{ts,tsx}'],
    ignore: ['src/**/*.test.{ts,tsx}'],
    output: 'src/i18n/locales/{{language}}/{{namespace}}.json',
    defaultNS: false,
    sort: false,
    removeUnusedKeys: true,
    // Keys that are values of a type, so that the compiler asks for each. Those of problems are the codes of
    // contract/problem.ts; gate/locales.test.ts holds them to it.
    preservePatterns: [
      'comments:order.*',
      // What a plain form has done.
      'comments:liked',
      'comments:unliked',
      // Given to the formats of a language, not said by a component.
      'site:justNow',
      'problems:codes.*',
      'problems:fields.*',
      'reader-settings:spacings.*',
      'reader-settings:faces.*',
      'reader-settings:themes.*',
      'reader-settings:digitFamilies.*',
      'reader-settings:calendars.*',
      'reader-settings:vowelMarks.*',
      'shortcuts:does.*',
      'shortcuts:keys.*',
    ],
  },
});
