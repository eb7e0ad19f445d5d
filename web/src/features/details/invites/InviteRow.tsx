import { Check, Copy, Trash2 } from 'lucide-react';
import type { Invite } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toast/toasts';
import { useCopy } from '@/ui/useCopy';
import { useRevokeInvite } from './useInvites';

/** A link that works: how often it was used, when it ends, and the ways to copy and to end it. */
export function InviteRow({ invite }: { invite: Invite }) {
  const { t } = useTranslation('details');
  const dates = useDates();
  const now = useNow();
  const problemText = useProblemText();
  const { copied, copy } = useCopy(invite.url);
  const revoking = useRevokeInvite(invite);
  const { uses, max_uses, expires_at, created_at } = invite;
  const used =
    max_uses === null
      ? t('invites.used', { count: uses })
      : t('invites.used_of', { uses, count: max_uses });
  const ends =
    expires_at === null
      ? t('invites.endless')
      : t('invites.ends', { when: dates.until(new Date(expires_at), now) });
  return (
    <li className="flex min-h-14 items-center gap-1 rounded-md px-2 py-1.5 hover:bg-hover">
      <div className="min-w-0 flex-1">
        <p className="truncate">{used}</p>
        <p className="truncate text-xs text-ink-faint" title={dates.exact(new Date(created_at))}>
          {ends}
        </p>
      </div>
      <IconButton label={copied ? t('invites.copied') : t('invites.copy')} onClick={copy}>
        {copied ? <Check className="text-success-ink" /> : <Copy />}
      </IconButton>
      <IconButton
        label={t('invites.revoke')}
        disabled={revoking.isPending}
        onClick={() =>
          revoking.mutate(undefined, { onError: (error) => toast(problemText(error), 'danger') })
        }
      >
        <Trash2 />
      </IconButton>
    </li>
  );
}
