import type { Room } from '@tingting/sdk';
import { useProblemText } from '@/client/useProblemText';
import { LifeSelect } from './LifeSelect';
import { useRoomChange } from './useRoomChange';

/** All there is to set of a direct room. */
export function MessageLife({ room }: { room: Room }) {
  const problemText = useProblemText();
  const { shown, change, error } = useRoomChange(room);
  return (
    <div>
      <LifeSelect
        seconds={shown.message_ttl_seconds}
        onChange={(message_ttl_seconds) => void change({ message_ttl_seconds })}
      />
      {error !== undefined && (
        <p role="alert" className="mt-3 text-sm text-danger-ink">
          {problemText(error)}
        </p>
      )}
    </div>
  );
}
