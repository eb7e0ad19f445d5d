import { useDeferredValue, useState } from 'react';
import { MessagesSquare } from 'lucide-react';
import type { RoomKind } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { SearchInput } from '@/ui/SearchInput';
import { Select } from '@/ui/Select';
import { AdminSection } from '../AdminSection';
import { PageList } from '../PageList';
import { usePages } from '../usePages';
import { RoomSummaryRow } from './RoomSummaryRow';

const kinds = ['group', 'channel', 'direct'] as const satisfies readonly RoomKind[];

/** Every room there is, with its size and nothing of what is said in it. */
export function Rooms({ backTo }: { backTo: string }) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const [words, setWords] = useState('');
  const [kind, setKind] = useState('');
  const query = useDeferredValue(words.trim());
  const filter = {
    ...(query !== '' && { query }),
    ...(kind !== '' && { kind: kind as RoomKind }),
  };
  const pages = usePages(['rooms', filter], (page, options) =>
    administration.rooms({ ...filter, ...page }, options),
  );
  return (
    <AdminSection
      title={t('rooms.title')}
      backTo={backTo}
      filters={
        <>
          <SearchInput
            className="min-w-48 flex-1 self-center"
            aria-label={t('rooms.search')}
            placeholder={t('rooms.search')}
            maxLength={100}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Select
            aria-label={t('rooms.kind')}
            value={kind}
            options={[
              { value: '', label: t('rooms.all') },
              ...kinds.map((value) => ({ value, label: t(`rooms.${value}`) })),
            ]}
            onChange={setKind}
          />
        </>
      }
    >
      <PageList
        label={t('rooms.list')}
        pages={pages}
        empty={{ icon: MessagesSquare, title: t('rooms.none') }}
        keyOf={({ room_id }) => room_id}
      >
        {(room) => <RoomSummaryRow room={room} />}
      </PageList>
    </AdminSection>
  );
}
