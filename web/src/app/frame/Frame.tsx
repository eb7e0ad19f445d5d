import { Outlet, useMatch } from 'react-router';
import { ConnectionBanner } from './ConnectionBanner';
import { NewChatDialogs } from './NewChatDialogs';
import { Rail } from './Rail';
import { ResizableColumn } from './ResizableColumn';

/**
 * The columns. Below 700 px one at a time: the rail, or the room that was chosen in it; the
 * browser's back leads from the second to the first.
 */
export function Frame() {
  const inRoom = useMatch('/app/rooms/:roomId/*') !== null;
  return (
    <div className="flex h-full">
      <ResizableColumn className={inRoom ? 'hidden two:flex' : 'flex'}>
        <Rail heading={inRoom ? 'h2' : 'h1'} />
      </ResizableColumn>
      <div className={`${inRoom ? 'flex' : 'hidden two:flex'} min-w-0 flex-1`}>
        <Outlet />
      </div>
      <ConnectionBanner />
      <NewChatDialogs />
    </div>
  );
}
