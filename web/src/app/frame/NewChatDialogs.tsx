import { useNavigate } from 'react-router';
import type { RoomId } from '@tingting/sdk';
import { NewDirectDialog } from '@/features/people/NewDirectDialog';
import { NewGroupDialog } from '@/features/people/NewGroupDialog';
import { useSearchFlag } from '../useSearchFlag';

/** `?new=chat` and `?new=group`; what was made or found is where one lands. */
export function NewChatDialogs() {
  const navigate = useNavigate();
  const [direct, setDirect] = useSearchFlag('new', 'chat');
  const [group, setGroup] = useSearchFlag('new', 'group');
  // In place of the dialog's own step in the history: back from the room leads past the dialog.
  const goTo = (room: RoomId) => void navigate(`/app/rooms/${room}`, { replace: true });
  return (
    <>
      <NewDirectDialog open={direct} onOpenChange={setDirect} onOpened={goTo} />
      <NewGroupDialog open={group} onOpenChange={setGroup} onCreated={goTo} />
    </>
  );
}
