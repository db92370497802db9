import type { Article } from '#contract/article';
import { useLanguage } from '#i18n/language.tsx';
import { BidiText } from '#ui/bidi-text.tsx';

/** Who wrote it, joined as the interface's language joins names; each name in its own direction. */
export function AuthorNames({ authors }: Pick<Article, 'authors'>) {
  const { format } = useLanguage();
  return format
    .names(authors.map(({ name }) => name))
    .map(({ text, isName }) => (isName ? <BidiText key={text} text={text} /> : text));
}
