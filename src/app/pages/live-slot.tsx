import { useEffect, useRef, useState, type ComponentProps, type ComponentType } from 'react';
import { fetchCode } from '#platform/code.ts';
import type { LiveComments } from './live-comments.tsx';

/** Where comments are heard of as they come; fetched once the section around it is within a screen of the view. */
export function LiveSlot({ slug, isNewest }: Pick<ComponentProps<typeof LiveComments>, 'slug' | 'isNewest'>) {
  const place = useRef<HTMLDivElement>(null);
  const [late, setLate] = useState<{ LiveComments: ComponentType<ComponentProps<typeof LiveComments>> }>();
  useEffect(() => {
    const near = new IntersectionObserver(
      ([seen]) => {
        // Who reads on without them still finds them with the next visit.
        if (seen?.isIntersecting) fetchCode(import('./live-comments.tsx')).then(setLate, () => {});
      },
      { rootMargin: '100%' },
    );
    const section = place.current?.closest('section');
    if (section) near.observe(section);
    return () => near.disconnect();
  }, []);
  return (
    <div ref={place}>
      {late && <late.LiveComments key={slug} slug={slug} place={place} isNewest={isNewest} />}
    </div>
  );
}
