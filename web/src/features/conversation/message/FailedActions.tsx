import type { Outgoing } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useConversation } from '../useConversation';
import { useFailureText } from './useFailureText';

/** Why a message did not go out, and the two ways on. */
export function FailedActions({ outgoing }: { outgoing: Outgoing }) {
  const { t } = useTranslation('conversation');
  const conversation = useConversation();
  const reason = useFailureText(outgoing.failure);
  const looks =
    'rounded-sm px-1.5 py-0.5 font-medium text-accent-ink touch-target hover:bg-accent-soft';
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-x-2 text-xs">
      <span className="text-danger-ink">{reason}</span>
      <span className="-mr-1.5 flex">
        <button
          type="button"
          className={looks}
          onClick={() => conversation.retry(outgoing.clientMsgId)}
        >
          {t('retry')}
        </button>
        <button
          type="button"
          className={looks}
          onClick={() => conversation.discard(outgoing.clientMsgId)}
        >
          {t('discard')}
        </button>
      </span>
    </div>
  );
}
