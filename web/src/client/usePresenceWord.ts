import type { PresenceStatus } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';

/** A presence in one word: Online, Away … */
export function usePresenceWord(): (status: PresenceStatus) => string {
  const { t } = useTranslation('people');
  return (status) => t(`presence.${status}`);
}
