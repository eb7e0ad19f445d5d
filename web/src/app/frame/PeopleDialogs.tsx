import type { RoomId } from '@tingting/sdk';
import { useNavigate } from 'react-router';
import { AddFriendDialog } from '@/features/people/AddFriendDialog';
import { AddMembersDialog } from '@/features/people/AddMembersDialog';
import { NewDirectDialog } from '@/features/people/NewDirectDialog';
import { NewGroupDialog } from '@/features/people/NewGroupDialog';
import { Queries } from '@/client/Queries';
import type { PeopleDialog } from './peopleDialog';

export interface PeopleDialogsProps {
  readonly dialog: PeopleDialog;
  /** The room that is open, if one is. */
  readonly roomId: RoomId | undefined;
  readonly onOpenChange: (open: boolean) => void;
}

/** A chunk of its own: fetched when somebody is looked for. */
export default function PeopleDialogs({ dialog, roomId, onOpenChange }: PeopleDialogsProps) {
  const navigate = useNavigate();
  // In place of the dialog's own step in the history: back from the room leads past the dialog.
  const goTo = (room: RoomId) => void navigate(`/app/rooms/${room}`, { replace: true });
  return (
    <Queries>
      {dialog === 'chat' && <NewDirectDialog open onOpenChange={onOpenChange} onOpened={goTo} />}
      {dialog === 'friend' && <AddFriendDialog open onOpenChange={onOpenChange} />}
      {dialog === 'group' && <NewGroupDialog open onOpenChange={onOpenChange} onCreated={goTo} />}
      {dialog === 'members' && roomId !== undefined && (
        <AddMembersDialog roomId={roomId} open onOpenChange={onOpenChange} />
      )}
    </Queries>
  );
}
