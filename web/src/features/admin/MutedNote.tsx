import type { Timestamp } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { isMuted } from './muteSpans';

/** That somebody may not write, while it is so. */
export function MutedNote({ until }: { until: Timestamp | null }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const now = useNow();
  if (!isMuted(until, now)) return null;
  return (
    <p className="text-sm text-warning-ink">
      {t('muted_until', { when: dates.exact(new Date(until)) })}
    </p>
  );
}
