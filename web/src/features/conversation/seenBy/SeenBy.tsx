import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Message } from '@tingting/sdk';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useStore } from 'zustand';
import { isOutgoing, type Entry } from '../timeline/entry';
import { SeenBySkeleton } from './SeenBySkeleton';

const SeenByList = lazy(() => import('./SeenByList'));

/**
 * In a group the ticks of an own message tell on request who has read it. Where there is one other
 * person the ticks say all; who hides what they read is told of nobody.
 */
export function SeenBy({ entry, children }: { entry: Entry; children: ReactNode }) {
  const hides = useMe().settings.read_receipts === false;
  const inGroup = useInGroup(entry);
  if (isOutgoing(entry) || hides || !inGroup) return children;
  return <SeenByPopover message={entry}>{children}</SeenByPopover>;
}

function useInGroup(entry: Entry): boolean {
  const room = isOutgoing(entry) ? entry.roomId : entry.room_id;
  return useStore(useClient().rooms, ({ byId }) => (byId.get(room)?.kind ?? 'direct') !== 'direct');
}

function SeenByPopover({ message, children }: { message: Message; children: ReactNode }) {
  const { t } = useTranslation('conversation');
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        title={t('seen.title')}
        className="relative inline-flex rounded-sm after:absolute after:-inset-2.5 after:content-['']"
      >
        {children}
        <span className="sr-only">{t('seen.open')}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('seen.title')}
          className="z-40 flex max-h-90 w-66 animate-pop-in flex-col overflow-hidden rounded-md bg-raised shadow-float ring-1 ring-line focus:outline-none"
        >
          <Suspense fallback={<SeenBySkeleton />}>
            <SeenByList message={message} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
