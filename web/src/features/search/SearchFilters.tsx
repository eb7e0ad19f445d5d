import { roomId, userId, type RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/Field';
import { Select } from '@/ui/Select';
import { TextInput } from '@/ui/TextInput';
import { usePeopleOf } from './usePeopleOf';
import { useRoomNames } from './useRoomNames';
import type { SearchWish } from './wish';

export interface SearchFiltersProps {
  readonly wish: SearchWish;
  readonly inRoom: boolean;
  readonly onWish: (wish: SearchWish) => void;
}

/** Where, from whom, and up to when. */
export function SearchFilters({ wish, inRoom, onWish }: SearchFiltersProps) {
  const { t } = useTranslation('search');
  const people = usePeopleOf(wish.room, wish.from);
  return (
    <div className="grid grid-cols-2 gap-3 px-4 pb-3">
      {!inRoom && (
        <div className="col-span-2">
          <RoomFilter
            room={wish.room}
            // Who writes there is another question then.
            onRoom={(room) => onWish({ ...wish, room, from: null })}
          />
        </div>
      )}
      <Field label={t('from')}>
        {(control) => (
          <Select
            {...control}
            value={wish.from ?? ''}
            options={[{ value: '', label: t('anybody') }, ...people]}
            onChange={(from) => onWish({ ...wish, from: from === '' ? null : userId(from) })}
          />
        )}
      </Field>
      <Field label={t('until')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            className="bg-raised"
            value={wish.until ?? ''}
            onChange={({ target: { value } }) =>
              onWish({ ...wish, until: value === '' ? null : value })
            }
          />
        )}
      </Field>
    </div>
  );
}

interface RoomFilterProps {
  readonly room: RoomId | null;
  readonly onRoom: (room: RoomId | null) => void;
}

function RoomFilter({ room, onRoom }: RoomFilterProps) {
  const { t } = useTranslation('search');
  const rooms = useRoomNames();
  return (
    <Field label={t('room')}>
      {(control) => (
        <Select
          {...control}
          value={room ?? ''}
          options={[{ value: '', label: t('all_rooms') }, ...rooms]}
          onChange={(value) => onRoom(value === '' ? null : roomId(value))}
        />
      )}
    </Field>
  );
}
