import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { cn } from '@/ui/cn';
import { Dialog } from '@/ui/Dialog';
import { Skeleton } from '@/ui/Skeleton';
import { ReactorRow } from './ReactorRow';

interface ReactorsDialogProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** Who reacted, with what; one emoji at a time, or all. */
export function ReactorsDialog({ message, onClose }: ReactorsDialogProps) {
  const { t } = useTranslation('conversation');
  const { t: app } = useTranslation();
  const { messages } = useClient().api;
  const problemText = useProblemText();
  const [emoji, choose] = useState<string | null>(null);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['reactors', message.message_id, message.reactions, emoji],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      messages.reactions(
        message.message_id,
        { limit: 50, ...(emoji !== null && { emoji }), ...(cursor !== undefined && { cursor }) },
        { signal },
      ),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  const total = message.reactions.reduce((sum, { count }) => sum + count, 0);
  return (
    <Dialog open onOpenChange={onClose} title={t('reactors.title')} closeLabel={app('close')}>
      <div
        role="group"
        aria-label={t('reactors.filter')}
        className="flex flex-wrap gap-1 px-5 pb-2"
      >
        <Filter
          label={t('reactors.all')}
          count={total}
          on={emoji === null}
          onPress={() => choose(null)}
        />
        {message.reactions.map((one) => (
          <Filter
            key={one.emoji}
            label={one.emoji}
            count={one.count}
            on={emoji === one.emoji}
            onPress={() => choose(one.emoji)}
          />
        ))}
      </div>
      <ul className="min-h-40 scroll-area px-3 pb-3">
        {data?.pages.flatMap(({ items }) =>
          items.map((one) => <ReactorRow key={`${one.user_id} ${one.emoji}`} reactor={one} />),
        )}
        {!data && !error && <ReactorsSkeleton />}
        {error && <li className="p-3 text-center text-danger-ink">{problemText(error)}</li>}
      </ul>
      {hasNextPage && (
        <Button
          variant="quiet"
          className="m-3 mt-0"
          busy={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('show_more')}
        </Button>
      )}
    </Dialog>
  );
}

interface FilterProps {
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly onPress: () => void;
}

function Filter({ label, count, on, onPress }: FilterProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={cn(
        'flex h-8 touch-target items-center gap-1.5 rounded-full px-2.5 text-sm',
        on ? 'bg-accent-soft text-accent-ink' : 'text-ink-soft hover:bg-hover',
      )}
      onClick={onPress}
    >
      <span>{label}</span>
      <span className="tabular">{count}</span>
    </button>
  );
}

function ReactorsSkeleton() {
  return Array.from({ length: 3 }, (_, index) => (
    <li key={index} className="flex h-12 items-center gap-3 px-2">
      <Skeleton className="size-8 rounded-full" />
      <Skeleton className="h-3.5 w-36" />
    </li>
  ));
}
