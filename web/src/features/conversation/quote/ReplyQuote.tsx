import { useTranslation } from 'react-i18next';
import { useToMessage } from '../timeline/JumpContext';
import { QuoteText } from './QuoteText';
import type { Quoted } from './useQuoted';

/** Above an answer, what it answers; a press leads there. */
export function ReplyQuote({ quoted }: { quoted: Quoted }) {
  const { t } = useTranslation('conversation');
  const toMessage = useToMessage();
  return (
    <button
      type="button"
      className="mb-1 flex max-w-full rounded-sm border-l-2 border-accent bg-hover py-1 pr-2.5 pl-2 text-left hover:bg-selected"
      onClick={() => toMessage(quoted.message_id)}
    >
      <span className="sr-only">{t('in_reply_to')} </span>
      <QuoteText quoted={quoted} />
    </button>
  );
}
