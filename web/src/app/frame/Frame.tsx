import { lazy, Suspense, useEffect } from 'react';
import { roomId } from '@tingting/sdk';
import { Outlet, useMatch } from 'react-router';
import { useSearchFlag } from '../useSearchFlag';
import { ConnectionBanner } from './ConnectionBanner';
import { peopleDialogs } from './peopleDialog';
import { Rail } from './Rail';
import { ResizableColumn } from './ResizableColumn';

const loadPeopleDialogs = () => import('./PeopleDialogs');
const PeopleDialogs = lazy(loadPeopleDialogs);

/**
 * The columns. Below 700 px one at a time: the rail, or the room that was chosen in it; the
 * browser's back leads from the second to the first.
 */
export function Frame() {
  const chosen = useMatch('/app/rooms/:roomId/*')?.params.roomId;
  const room = chosen === undefined ? undefined : roomId(chosen);
  const [people, showPeople] = useSearchFlag('new', peopleDialogs);

  // After the first page has what it needs: who opens a dialog may type at once.
  useEffect(() => {
    const timer = setTimeout(() => void loadPeopleDialogs(), 1000);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className="flex h-full">
      <ResizableColumn alone={room === undefined}>
        <Rail chosen={room} onNew={showPeople} />
      </ResizableColumn>
      <div className={`${room === undefined ? 'hidden two:flex' : 'flex'} min-w-0 flex-1`}>
        <Outlet />
      </div>
      <ConnectionBanner />
      {people && (
        <Suspense>
          <PeopleDialogs
            dialog={people}
            roomId={room}
            onOpenChange={(open) => showPeople(open ? people : null)}
          />
        </Suspense>
      )}
    </div>
  );
}
