import { Forward } from 'lucide-react';
import type { UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/client/useUser';

/** Whose words these were first. */
export function ForwardedFrom({ userId }: { userId: UserId }) {
  const { t } = useTranslation('conversation');
  const name = useUser(userId)?.display_name;
  return (
    <p className="mb-0.5 flex items-center gap-1.5 text-xs text-ink-soft">
      <Forward aria-hidden className="size-3.5 shrink-0" strokeWidth={1.75} />
      <span className="truncate">
        {name === undefined ? t('forwarded') : t('forwarded_from', { name })}
      </span>
    </p>
  );
}
