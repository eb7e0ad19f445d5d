import { useDeferredValue, useState } from 'react';
import { UserRoundX } from 'lucide-react';
import type { AccountState, ServerRole } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { SearchInput } from '@/ui/SearchInput';
import { Select } from '@/ui/Select';
import { AdminSection } from '../AdminSection';
import { PageList } from '../PageList';
import { usePages } from '../usePages';
import { AccountRow } from './AccountRow';

const roles = ['admin', 'moderator', 'user'] as const satisfies readonly ServerRole[];
const states = ['active', 'disabled', 'deleted'] as const satisfies readonly AccountState[];

/** Every account there is. */
export function People({ backTo }: { backTo: string }) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const [words, setWords] = useState('');
  const [role, setRole] = useState('');
  const [state, setState] = useState('');
  const query = useDeferredValue(words.trim());
  const filter = {
    ...(query !== '' && { query }),
    ...(role !== '' && { role: role as ServerRole }),
    ...(state !== '' && { state: state as AccountState }),
  };
  const pages = usePages(['accounts', filter], (page, options) =>
    administration.accounts({ ...filter, ...page }, options),
  );
  return (
    <AdminSection
      title={t('people.title')}
      backTo={backTo}
      filters={
        <>
          <SearchInput
            className="min-w-48 flex-1 self-center"
            aria-label={t('people.search')}
            placeholder={t('people.search')}
            maxLength={100}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Select
            aria-label={t('people.role')}
            value={role}
            options={[
              { value: '', label: t('people.all_roles') },
              ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
            ]}
            onChange={setRole}
          />
          <Select
            aria-label={t('people.state')}
            value={state}
            options={[
              { value: '', label: t('people.all_states') },
              ...states.map((value) => ({ value, label: t(`state.${value}`) })),
            ]}
            onChange={setState}
          />
        </>
      }
    >
      <PageList
        label={t('people.list')}
        pages={pages}
        empty={{ icon: UserRoundX, title: t('people.none') }}
        keyOf={({ user_id }) => user_id}
      >
        {(account) => <AccountRow account={account} />}
      </PageList>
    </AdminSection>
  );
}
