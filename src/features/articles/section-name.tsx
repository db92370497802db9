import { useSuspenseQuery } from '@tanstack/react-query';
import { nameIn } from '#contract/site';
import { paths } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { siteQuery } from '#platform/site-queries.ts';
import { BidiText } from '#ui/bidi-text.tsx';
import { PageLink } from '#ui/page-link.tsx';

interface Props {
  /** As an article carries it; the site knows its names in other languages. */
  section: { slug: string; name: string };
}

/** A section's name in the reader's language, as the way to it. */
export function SectionName({ section }: Props) {
  const { code } = useLanguage();
  const { data: site } = useSuspenseQuery(siteQuery);
  const known = site.sections.find(({ slug }) => slug === section.slug) ?? section;
  return (
    <PageLink to={paths.section(code, section.slug)}>
      <BidiText text={nameIn(known, code)} />
    </PageLink>
  );
}
