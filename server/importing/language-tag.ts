import * as v from 'valibot';
import { Lang } from '#contract/article';

/**
 * `tag` as BCP 47 writes it (`AR-lb` → `ar-LB`), or undefined where it is none, or of a language that
 * nobody has a name for: a slip like `xx` or `arb1` would choose fonts, direction and voices at random.
 */
export function languageTag(tag: string): string | undefined {
  if (!v.is(Lang, tag)) return undefined;
  try {
    const { baseName, language } = new Intl.Locale(tag);
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return language === 'und' || names.of(language) === undefined || !v.is(Lang, baseName)
      ? undefined
      : baseName;
  } catch {
    return undefined;
  }
}
