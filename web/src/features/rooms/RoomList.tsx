import { lazy, Suspense, useCallback, useDeferredValue, useState, type ReactNode } from 'react';
import { MessageCirclePlus, SearchX, TextSearch, WifiOff } from 'lucide-react';
import type { RoomId, RoomsState, UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { isListed } from '@/client/isListed';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useWatch } from '@/client/useWatch';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SearchInput } from '@/ui/SearchInput';
import type { Point } from '@/ui/longPress';
import { useRovingFocus } from '@/ui/useRovingFocus';
import { matchesName } from '@/client/matchesName';
import { RoomListSkeleton } from './RoomListSkeleton';
import { RoomRow } from './RoomRow';
import { useSteadyOrder } from './useSteadyOrder';

const RoomMenu = lazy(() => import('./RoomMenu'));

export interface RoomListProps {
  readonly chosen: RoomId | undefined;
  readonly addressOf: (room: RoomId) => string;
  /** One left this room, or hid it. */
  readonly onLeft: (room: RoomId) => void;
  /** Looks for these words in the messages instead. */
  readonly onSearch: (words: string) => void;
  /** What to do when there is no room yet. */
  readonly emptyAction: ReactNode;
}

export function RoomList(props: RoomListProps) {
  const { chosen, addressOf, emptyAction, onLeft, onSearch } = props;
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
      <Rows
        chosen={chosen}
        addressOf={addressOf}
        query={query}
        onLeft={onLeft}
        onSearch={onSearch}
      />
    </>
  );
}

type RowsProps = Omit<RoomListProps, 'emptyAction'> & { readonly query: string };

function Rows({ chosen, addressOf, onLeft, onSearch, query }: RowsProps) {
  const { t } = useTranslation('rooms');
  const wish = useDeferredValue(query.trim());
  const me = useMe().user_id;
  const wanted = useStore(
    useClient().rooms,
    useShallow(({ order, byId }) =>
      order.filter((id) => {
        const room = byId.get(id);
        const listed = room !== undefined && (id === chosen || isListed(room, me));
        return listed && (wish === '' || matchesName(room, wish));
      }),
    ),
  );
  const [order, handlers] = useSteadyOrder(wanted);
  const onKeyDown = useRovingFocus();
  const [menu, setMenu] = useState<{ readonly roomId: RoomId; readonly point: Point }>();
  const onMenu = useCallback((roomId: RoomId, point: Point) => setMenu({ roomId, point }), []);
  const tabStop = chosen !== undefined && order.includes(chosen) ? chosen : order[0];

  return (
    <>
      {wish !== '' && (
        <button
          type="button"
          className="mx-2 flex min-h-10 items-center gap-3 rounded-md px-2.5 text-left font-medium text-accent-ink hover:bg-hover"
          onClick={() => onSearch(wish)}
        >
          <TextSearch aria-hidden className="size-[18px] shrink-0" strokeWidth={1.75} />
          <span className="truncate">{t('search', { words: wish })}</span>
        </button>
      )}
      {order.length === 0 ? (
        <EmptyState icon={SearchX} title={t('no_match.title')} text={t('no_match.text')} />
      ) : (
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
              onMenu={onMenu}
            />
          ))}
        </ul>
      )}
      {menu && (
        <Suspense>
          <RoomMenu
            key={menu.roomId}
            {...menu}
            onClose={() => setMenu(undefined)}
            onLeft={() => onLeft(menu.roomId)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Whose presence the list shows; the newest rooms, within what one `watch` should carry. */
function peersOf({ order, byId }: RoomsState): UserId[] {
  return order.flatMap((id) => byId.get(id)?.peer?.user_id ?? []).slice(0, 200);
}
