import { ArrowLeft, UserPlus, UsersRound, WifiOff } from 'lucide-react';
import type { FriendRequest, RoomId, User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProblemText } from '@/client/useProblemText';
import { useTies, type Ties } from '@/client/ties/useTies';
import { useWatch } from '@/client/useWatch';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { IconButton } from '@/ui/IconButton';
import { BlockedPerson } from './BlockedPerson';
import { FriendRow } from './FriendRow';
import { FriendsSkeleton } from './FriendsSkeleton';
import { IncomingRequest } from './IncomingRequest';
import { OutgoingRequest } from './OutgoingRequest';
import { TieList } from './TieList';

export interface FriendsProps {
  /** Where the arrow leads on screens of one column. */
  readonly backTo: string;
  /** Looks for somebody to ask. */
  readonly onAdd: () => void;
  /** The direct room with a friend is open. */
  readonly onOpenRoom: (room: RoomId) => void;
}

/** One's friends, who wants to be one, and whom one has blocked. */
export function Friends({ backTo, onAdd, onOpenRoom }: FriendsProps) {
  const { t } = useTranslation('people');
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-2 two:px-5">
        <IconButton label={t('ties.back')} className="two:hidden" asChild>
          <Link to={backTo}>
            <ArrowLeft />
          </Link>
        </IconButton>
        <h1 className="flex-1 text-lg font-semibold">{t('ties.title')}</h1>
        <Button variant="quiet" onClick={onAdd}>
          <UserPlus aria-hidden className="size-[18px]" strokeWidth={1.75} />
          {t('ties.add')}
        </Button>
      </header>
      <div className="min-h-0 flex-1 scroll-area">
        <div className="mx-auto w-full max-w-[720px] px-3 pt-2 pb-12 two:px-5">
          <Lists onAdd={onAdd} onOpenRoom={onOpenRoom} />
        </div>
      </div>
    </>
  );
}

function Lists({ onAdd, onOpenRoom }: Pick<FriendsProps, 'onAdd' | 'onOpenRoom'>) {
  const { t } = useTranslation('people');
  const problemText = useProblemText();
  const ties = useTies();
  // Who has just become a friend is not told of by itself before they come or go.
  useWatch(ties.status === 'there' ? ties.friends.map(({ user_id }) => user_id) : []);
  if (ties.status === 'loading') return <FriendsSkeleton />;
  if (ties.status === 'failed') {
    return (
      <EmptyState
        icon={WifiOff}
        title={t('ties.failed')}
        text={problemText(ties.error)}
        action={
          <Button variant="secondary" onClick={ties.retry}>
            {t('search.retry')}
          </Button>
        }
      />
    );
  }
  const { friends, requests, blocks } = ties;
  const incoming = inDirection(requests, 'incoming');
  return (
    <>
      <TieList label={t('ties.incoming')} ties={incoming}>
        {(request) => <IncomingRequest request={request} />}
      </TieList>
      {friends.length === 0 && incoming.length === 0 ? (
        <EmptyState
          icon={UsersRound}
          title={t('ties.none')}
          text={t('ties.none_text')}
          action={<Button onClick={onAdd}>{t('ties.add')}</Button>}
        />
      ) : (
        <TieList label={t('ties.friends')} ties={inOrder(friends)}>
          {(friend) => <FriendRow user={friend.user} onOpenRoom={onOpenRoom} />}
        </TieList>
      )}
      <TieList label={t('ties.outgoing')} ties={inDirection(requests, 'outgoing')}>
        {(request) => <OutgoingRequest request={request} />}
      </TieList>
      <TieList label={t('ties.blocked')} ties={blocks}>
        {(block) => <BlockedPerson user={block.user} />}
      </TieList>
    </>
  );
}

const inDirection = (requests: Ties['requests'], wanted: FriendRequest['direction']) =>
  requests.filter(({ direction }) => direction === wanted);

const byName = new Intl.Collator();

const inOrder = <Tied extends { readonly user: User }>(ties: readonly Tied[]): readonly Tied[] =>
  [...ties].sort((one, other) => byName.compare(one.user.display_name, other.user.display_name));
