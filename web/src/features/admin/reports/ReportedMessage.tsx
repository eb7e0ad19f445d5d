import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';

/** What was said, as it stands now: plain text, with nothing to press in it. */
export function ReportedMessage({ message }: { message: Message }) {
  const { t } = useTranslation('admin');
  const substitute = message.recalled_at === null ? t('reports.no_text') : t('reports.gone');
  return (
    <blockquote className="mt-2 rounded-md bg-bubble px-3 py-2 wrap-anywhere whitespace-pre-wrap">
      {message.content ?? <span className="text-ink-soft">{substitute}</span>}
    </blockquote>
  );
}
