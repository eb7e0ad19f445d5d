import { X } from 'lucide-react';
import type { MessageId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { QuoteText } from '../quote/QuoteText';
import { useQuoted } from '../quote/useQuoted';

/** Above what one writes: what it answers, and the way to answer nothing. */
export function ReplyBar({ to, onCancel }: { to: MessageId; onCancel: () => void }) {
  const { t } = useTranslation('conversation');
  const quoted = useQuoted(to);
  return (
    <div className="flex items-center gap-1 pt-0.5 pb-1.5 pl-2">
      <span className="sr-only">{t('in_reply_to')}</span>
      <span className="flex min-h-10 min-w-0 flex-1 items-center border-l-2 border-accent pl-2.5">
        {quoted && <QuoteText quoted={quoted} />}
      </span>
      <IconButton label={t('reply_cancel')} tooltipSide="top" onClick={onCancel}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
