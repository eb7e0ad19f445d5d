import { Snail } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useSpanWord } from '@/i18n/useSpanWord';
import { isSlowed } from './slowMode';

export interface SlowModeNoteProps {
  readonly room: Room;
  /** Seconds until one may write again. */
  readonly wait: number;
}

/** In a slow room: how long one has to wait, or that one will have to. */
export function SlowModeNote({ room, wait }: SlowModeNoteProps) {
  const { t } = useTranslation('conversation');
  const spanWord = useSpanWord();
  if (!isSlowed(room)) return null;
  const pace = t('slow.pace', { span: spanWord(room.slow_mode_seconds) });
  return (
    <span
      title={pace}
      className={`flex shrink-0 items-center gap-1 tabular ${wait > 0 ? 'text-warning-ink' : 'text-ink-faint'}`}
    >
      <Snail aria-hidden className="size-3.5" strokeWidth={1.75} />
      {/* The countdown is for the eyes: read out, it would interrupt every second. */}
      <span className="sr-only">{pace}</span>
      <span aria-hidden>{wait > 0 ? t('slow.wait', { count: wait }) : t('slow.on')}</span>
    </span>
  );
}
