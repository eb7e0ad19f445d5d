import type { KnownPerson } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/ui/Badge';

/** What is special about somebody: their role, or that their account is closed. */
export function PersonMark({ person }: { person: Pick<KnownPerson, 'role' | 'state'> }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {person.role !== 'user' && <Badge tone="neutral">{t(`role.${person.role}`)}</Badge>}
      {person.state !== 'active' && <Badge tone="quiet">{t(`state.${person.state}`)}</Badge>}
    </>
  );
}
