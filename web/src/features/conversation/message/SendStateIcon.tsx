import { Check, CheckCheck, CircleAlert, Clock3, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '@/client/useConnection';
import type { Entry } from '../timeline/entry';
import { useConversationState } from '../useConversation';
import { sendState, type SendState } from './sendState';
import { cn } from '@/ui/cn';

const icons: Record<SendState, LucideIcon> = {
  sending: Clock3,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
};

/** Clock, tick, two ticks; the same in words for those who hear it. */
export function SendStateIcon({ entry }: { entry: Entry }) {
  const state = useConversationState((it) => sendState(entry, it.reach));
  const Icon = icons[state];
  return (
    <span
      data-state={state}
      className={cn(
        'inline-flex',
        state === 'read' && 'text-accent-ink',
        state === 'failed' && 'text-danger-ink',
      )}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={2} />
      {state === 'sending' ? <SendingWords /> : <StateWords state={state} />}
    </span>
  );
}

function StateWords({ state }: { state: Exclude<SendState, 'sending'> }) {
  const { t } = useTranslation('conversation');
  const words = {
    sent: t('state.sent'),
    delivered: t('state.delivered'),
    read: t('state.read'),
    failed: t('state.failed'),
  };
  return <span className="sr-only">{words[state]}</span>;
}

function SendingWords() {
  const { t } = useTranslation('conversation');
  const online = useConnection().status === 'online';
  return <span className="sr-only">{online ? t('state.sending') : t('state.waiting')}</span>;
}
