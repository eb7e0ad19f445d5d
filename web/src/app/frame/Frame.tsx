import { lazy, Suspense, useEffect } from 'react';
import { roomId } from '@tingting/sdk';
import { Outlet, useMatch, useNavigate } from 'react-router';
import { useShortcuts } from '@/shortcuts/useShortcuts';
import { useSearchFlag } from '../useSearchFlag';
import { ConnectionBanner } from './ConnectionBanner';
import { overlays } from './overlay';
import { peopleDialogs } from './peopleDialog';
import { Rail } from './Rail';
import { ResizableColumn } from './ResizableColumn';
import { useGoToRoom } from './useGoToRoom';
import { searchParameters } from './useSearchWish';

const loadPeopleDialogs = () => import('./PeopleDialogs');
const PeopleDialogs = lazy(loadPeopleDialogs);
const SearchDialog = lazy(() => import('./SearchDialog'));
const ShortcutSheet = lazy(() => import('@/shortcuts/ShortcutSheet'));

/**
 * The columns. Below 700 px one at a time: the rail, or what was chosen in it; the
 * browser's back leads from the second to the first.
 */
export function Frame() {
  const chosen = useMatch('/app/rooms/:roomId/*')?.params.roomId;
  const room = chosen === undefined ? undefined : roomId(chosen);
  const friends = useMatch('/app/friends') !== null;
  const alone = room === undefined && !friends;
  const [people, showPeople] = useSearchFlag('new', peopleDialogs);
  const [overlay, show] = useSearchFlag('show', overlays, searchParameters);
  const goToRoom = useGoToRoom(room);
  const navigate = useNavigate();

  useShortcuts({
    search: () => show('search'),
    sheet: () => show('shortcuts'),
    next_room: () => goToRoom(1, 'any'),
    previous_room: () => goToRoom(-1, 'any'),
    next_unread: () => goToRoom(1, 'unread'),
    previous_unread: () => goToRoom(-1, 'unread'),
  });

  // After the first page has what it needs: who opens a dialog may type at once.
  useEffect(() => {
    const timer = setTimeout(() => void loadPeopleDialogs(), 1000);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className="flex h-full">
      <ResizableColumn alone={alone}>
        <Rail
          chosen={room}
          heading={alone ? 'h1' : 'h2'}
          onNew={showPeople}
          onSearch={(words) => show('search', { q: words })}
          onLeft={(left) => left === room && void navigate('/app', { replace: true })}
        />
      </ResizableColumn>
      <div className={`${alone ? 'hidden two:flex' : 'flex'} min-w-0 flex-1`}>
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
      {overlay && (
        <Suspense>
          {overlay === 'search' ? (
            <SearchDialog open onOpenChange={() => show(null)} />
          ) : (
            <ShortcutSheet open onOpenChange={() => show(null)} />
          )}
        </Suspense>
      )}
    </div>
  );
}
