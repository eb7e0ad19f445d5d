import { Timer } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useSpanWord } from '@/i18n/useSpanWord';

/** What one should know before one writes: that it will disappear. */
export function RoomMarks({ room }: { room: Room }) {
  const { t } = useTranslation('conversation');
  const spanWord = useSpanWord();
  if (room.message_ttl_seconds === null) return null;
  const label = t('disappearing', { span: spanWord(room.message_ttl_seconds) });
  return (
    <span title={label} className="inline-flex shrink-0 text-ink-faint">
      <Timer role="img" aria-label={label} className="size-4" strokeWidth={1.75} />
    </span>
  );
}
