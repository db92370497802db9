import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ComponentProps } from 'react';
import { commentCache } from '#comments';
import { loadLateWords } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { LiveNotice } from '#live';

type Props = Omit<ComponentProps<typeof LiveNotice>, 'list'>;

/** Comments as they come, over the cache that the list is shown from. */
export function LiveComments({ slug, place, isNewest }: Props) {
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
  return canSpeak && <LiveNotice slug={slug} list={list} place={place} isNewest={isNewest} />;
}
