import { AtSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/ui/Avatar';
import { cn } from '@/ui/cn';
import { candidateName, type Candidate } from './candidates';
import type { Completion } from './useCompletion';

/** Above the composer: whom one may mean. The field keeps the focus and answers the keys. */
export function CompletionList({ completion }: { completion: Completion }) {
  const { t } = useTranslation('conversation');
  const { listId, offered, active, point, pick } = completion;
  if (offered.length === 0) return null;
  return (
    <ul
      id={listId}
      role="listbox"
      aria-label={t('mention.list')}
      className="absolute inset-x-0 bottom-full z-20 mb-2 max-h-[50cqh] animate-fade-in scroll-area rounded-lg bg-raised p-1 shadow-float ring-1 ring-line"
    >
      {offered.map((candidate, index) => (
        // The field above holds the focus and answers the keys for its options.
        // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
        <li
          key={candidateName(candidate)}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === active}
          className={cn(
            'flex h-10 cursor-pointer items-center gap-2.5 rounded-md px-2 select-none',
            index === active && 'bg-hover',
          )}
          onPointerMove={() => point(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => pick(candidate)}
        >
          <CandidateView candidate={candidate} />
        </li>
      ))}
    </ul>
  );
}

function CandidateView({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('conversation');
  if (candidate.kind === 'all') {
    return (
      <>
        <span className="grid size-6 place-items-center rounded-full bg-accent-soft text-accent-ink">
          <AtSign aria-hidden className="size-4" strokeWidth={1.75} />
        </span>
        <span className="font-medium">{candidateName(candidate)}</span>
        <span className="truncate text-sm text-ink-faint">{t('mention.all')}</span>
      </>
    );
  }
  const { user } = candidate;
  return (
    <>
      <Avatar id={user.user_id} name={user.display_name} src={user.avatar_url} size={24} />
      <span className="truncate font-medium">{user.display_name}</span>
      <span className="truncate text-sm text-ink-faint">@{user.username}</span>
    </>
  );
}
