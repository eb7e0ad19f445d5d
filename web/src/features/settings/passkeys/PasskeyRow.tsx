import { KeyRound, Pencil, Trash2 } from 'lucide-react';
import type { Passkey } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { IconButton } from '@/ui/IconButton';

export interface PasskeyRowProps {
  readonly passkey: Passkey;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

/** A passkey: what it is called, when it was made and used, and what can be done with it. */
export function PasskeyRow({ passkey, onRename, onRemove }: PasskeyRowProps) {
  const { t } = useTranslation('passkeys');
  const dates = useDates();
  const now = useNow();
  const { name, created_at, last_used_at } = passkey;
  const ago = (time: string) => dates.ago(new Date(time), now);
  return (
    <div className="flex min-h-16 items-center gap-3 py-3">
      <KeyRound aria-hidden strokeWidth={1.75} className="size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-ink-faint">
          {t('created', { when: ago(created_at) })} ·{' '}
          {last_used_at === null ? t('unused') : t('used', { when: ago(last_used_at) })}
        </p>
      </div>
      <IconButton label={t('rename.label', { name })} onClick={onRename}>
        <Pencil />
      </IconButton>
      <IconButton label={t('remove.label', { name })} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </div>
  );
}
