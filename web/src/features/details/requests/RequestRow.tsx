import { useMutation } from '@tanstack/react-query';
import type { JoinRequest, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { UserAvatar } from '@/client/UserAvatar';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { Button } from '@/ui/Button';

export interface RequestRowProps {
  readonly roomId: RoomId;
  readonly request: JoinRequest;
  /** The list is another one now. */
  readonly onDecided: () => void;
}

/** Somebody who wants to come in, and the two answers. */
export function RequestRow({ roomId, request, onDecided }: RequestRowProps) {
  const { t } = useTranslation('details');
  const { joinRequests } = useClient().api;
  const dates = useDates();
  const now = useNow();
  const problemText = useProblemText();
  const { user, user_id, created_at } = request;
  const deciding = useMutation({
    mutationFn: (how: 'accept' | 'decline') => joinRequests[how](roomId, user_id),
    onSuccess: onDecided,
  });
  const busy = deciding.isPending ? deciding.variables : null;

  return (
    <li className="px-2 py-2">
      <div className="flex items-center gap-3">
        <UserAvatar user={user} />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{user.display_name}</p>
          <p className="truncate text-xs text-ink-faint">
            @{user.username} · {dates.ago(new Date(created_at), now)}
          </p>
        </div>
      </div>
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Button
          variant="secondary"
          aria-label={t('requests.decline_name', { name: user.display_name })}
          busy={busy === 'decline'}
          onClick={() => deciding.mutate('decline')}
        >
          {t('requests.decline')}
        </Button>
        <Button
          aria-label={t('requests.accept_name', { name: user.display_name })}
          busy={busy === 'accept'}
          onClick={() => deciding.mutate('accept')}
        >
          {t('requests.accept')}
        </Button>
      </div>
      {deciding.error && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {problemText(deciding.error)}
        </p>
      )}
    </li>
  );
}
