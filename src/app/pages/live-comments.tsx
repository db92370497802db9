import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { commentCache } from '#comments';
import { loadLateWords } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { LiveNotice } from '#live';

interface Props {
  slug: string;
  /** Within the section of the conversation. */
  place: RefObject<HTMLElement | null>;
}

/** Comments as they come, over the cache that the list is shown from. */
export function LiveComments({ slug, place }: Props) {
  const queryClient = useQueryClient();
  const { code } = useLanguage();
  const list = useMemo(() => commentCache(queryClient, slug), [queryClient, slug]);
  // Words of a language switched to later come with it.
  const [canSpeak, setCanSpeak] = useState(false);
  useEffect(() => {
    loadLateWords(code).then(
      () => setCanSpeak(true),
      () => {},
    );
  }, [code]);
  return canSpeak && <LiveNotice slug={slug} list={list} place={place} />;
}
