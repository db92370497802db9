import { useEffect, useState, type ComponentType } from 'react';

interface Props {
  /** Why there is no page; in the frame of every page none. */
  error?: unknown;
}

/**
 * What has to do with reading without a network: in the frame it starts the service worker and says when a copy is
 * shown; in the place of a page it leads to those that are kept. All of it comes after the page.
 */
export function Offline({ error }: Props) {
  const [late, setLate] = useState<{ OfflineFace: ComponentType<Props> }>();
  useEffect(() => {
    const begin = () => void import('./offline-face.tsx').then(setLate, () => {});
    const timer = setTimeout(begin, error === undefined ? 1000 : 0);
    return () => clearTimeout(timer);
  }, [error]);
  return late !== undefined && <late.OfflineFace error={error} />;
}
