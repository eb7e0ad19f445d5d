import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { RoomId } from '@tingting/sdk';
import { useNavigate } from 'react-router';
import { AddMembersDialog } from '@/features/people/AddMembersDialog';
import { NewDirectDialog } from '@/features/people/NewDirectDialog';
import { NewGroupDialog } from '@/features/people/NewGroupDialog';
import type { PeopleDialog } from './peopleDialog';

/** The SDK retries what may be retried; a second layer would only make waiting longer. */
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000 } },
});

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
    <QueryClientProvider client={queries}>
      {dialog === 'chat' && <NewDirectDialog open onOpenChange={onOpenChange} onOpened={goTo} />}
      {dialog === 'group' && <NewGroupDialog open onOpenChange={onOpenChange} onCreated={goTo} />}
      {dialog === 'members' && roomId !== undefined && (
        <AddMembersDialog roomId={roomId} open onOpenChange={onOpenChange} />
      )}
    </QueryClientProvider>
  );
}
