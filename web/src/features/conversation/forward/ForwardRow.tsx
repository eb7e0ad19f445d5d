import { Check } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { RoomAvatar } from '@/client/RoomAvatar';
import { useRoomTitle } from '@/client/useRoomTitle';
import { cn } from '@/ui/cn';

interface ForwardRowProps {
  readonly room: Room;
  readonly picked: boolean;
  readonly onToggle: () => void;
}

export function ForwardRow({ room, picked, onToggle }: ForwardRowProps) {
  const title = useRoomTitle(room);
  return (
    <li>
      <button
        type="button"
        role="checkbox"
        aria-checked={picked}
        aria-label={title}
        className="flex h-14 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover"
        onClick={onToggle}
      >
        <RoomAvatar room={room} title={title} />
        <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
        <span
          aria-hidden
          className={cn(
            'grid size-5 place-items-center rounded-full ring-1 ring-line-strong ring-inset',
            picked && 'bg-accent text-on-accent ring-accent',
          )}
        >
          {picked && <Check className="size-3.5" strokeWidth={2.5} />}
        </span>
      </button>
    </li>
  );
}
