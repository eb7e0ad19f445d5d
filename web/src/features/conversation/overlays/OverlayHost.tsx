import { lazy, Suspense, useEffect } from 'react';
import type { Room } from '@tingting/sdk';
import { useColumnState } from '../column/useColumn';
import { OverlaysFailed } from './OverlaysFailed';

const load = () => import('./Overlays').catch(() => ({ default: OverlaysFailed }));
const Overlays = lazy(load);

/** What lies over the conversation: a chunk of its own, fetched once the room itself is there. */
export function OverlayHost({ room }: { room: Room }) {
  const overlay = useColumnState((state) => state.overlay);

  useEffect(() => {
    const timer = setTimeout(() => void load(), 1500);
    return () => clearTimeout(timer);
  }, []);

  return (
    overlay && (
      <Suspense>
        <Overlays overlay={overlay} room={room} />
      </Suspense>
    )
  );
}
