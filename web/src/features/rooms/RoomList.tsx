import { useDeferredValue, useState, type ReactNode } from 'react';
import { MessageCirclePlus, SearchX, WifiOff } from 'lucide-react';
import type { RoomId, RoomsState, UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useClient } from '@/client/useClient';
import { useWatch } from '@/client/useWatch';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SearchInput } from '@/ui/SearchInput';
import { useRovingFocus } from '@/ui/useRovingFocus';
import { matchesName } from './matchesName';
import { RoomListSkeleton } from './RoomListSkeleton';
import { RoomRow } from './RoomRow';
import { useSteadyOrder } from './useSteadyOrder';

export interface RoomListProps {
  readonly chosen: RoomId | undefined;
  readonly addressOf: (room: RoomId) => string;
  /** What to do when there is no room yet. */
  readonly emptyAction: ReactNode;
}

export function RoomList({ chosen, addressOf, emptyAction }: RoomListProps) {
  const { t } = useTranslation('rooms');
  const client = useClient();
  const status = useStore(client.rooms, (state) => state.status);
  const count = useStore(client.rooms, (state) => state.order.length);
  const [query, setQuery] = useState('');
  useWatch(useStore(client.rooms, useShallow(peersOf)));

  if (count === 0 && (status === 'idle' || status === 'loading')) return <RoomListSkeleton />;
  if (count === 0 && status === 'failed') {
    return (
      <EmptyState
        className="my-auto"
        icon={WifiOff}
        title={t('failed.title')}
        text={t('failed.text')}
        action={
          <Button variant="secondary" onClick={() => void client.reloadRooms()}>
            {t('failed.action')}
          </Button>
        }
      />
    );
  }
  if (count === 0) {
    return (
      <EmptyState
        className="my-auto"
        icon={MessageCirclePlus}
        title={t('empty.title')}
        text={t('empty.text')}
        action={emptyAction}
      />
    );
  }
  return (
    <>
      <SearchInput
        className="mx-4 mb-2"
        aria-label={t('filter')}
        placeholder={t('filter')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setQuery('');
        }}
      />
      <Rows chosen={chosen} addressOf={addressOf} query={query} />
    </>
  );
}

function Rows({
  chosen,
  addressOf,
  query,
}: Pick<RoomListProps, 'chosen' | 'addressOf'> & { query: string }) {
  const { t } = useTranslation('rooms');
  const wish = useDeferredValue(query.trim());
  const wanted = useStore(
    useClient().rooms,
    useShallow((state) =>
      wish === '' ? state.order : state.order.filter((id) => matchesName(state.byId.get(id), wish)),
    ),
  );
  const [order, handlers] = useSteadyOrder(wanted);
  const onKeyDown = useRovingFocus();
  const tabStop = chosen !== undefined && order.includes(chosen) ? chosen : order[0];

  if (order.length === 0) {
    return <EmptyState icon={SearchX} title={t('no_match.title')} text={t('no_match.text')} />;
  }
  return (
    // The arrow keys move among the links inside; the list itself takes no focus.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <ul
      aria-label={t('list')}
      className="min-h-0 flex-1 scroll-area px-2 pb-[max(8px,env(safe-area-inset-bottom))]"
      onKeyDown={onKeyDown}
      {...handlers}
    >
      {order.map((id) => (
        <RoomRow
          key={id}
          roomId={id}
          address={addressOf(id)}
          chosen={id === chosen}
          tabStop={id === tabStop}
        />
      ))}
    </ul>
  );
}

/** Whose presence the list shows; the newest rooms, within what one `watch` should carry. */
function peersOf({ order, byId }: RoomsState): UserId[] {
  return order.flatMap((id) => byId.get(id)?.peer?.user_id ?? []).slice(0, 200);
}
