import { Check, CheckCheck, type LucideIcon } from 'lucide-react';
import type { Message, UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Queries } from '@/client/Queries';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { ReaderRow } from './ReaderRow';
import { SeenBySkeleton } from './SeenBySkeleton';
import { useReaders } from './useReaders';

/** Who has read the message, and who has it on a device. */
export default function SeenByList({ message }: { message: Message }) {
  return (
    <Queries>
      <Readers message={message} />
    </Queries>
  );
}

function Readers({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const problemText = useProblemText();
  const { readers, error, retry } = useReaders(message);
  if (error) {
    return (
      <div className="flex flex-col items-start gap-3 p-4">
        <p className="text-sm text-ink-soft">{problemText(error)}</p>
        <Button variant="secondary" onClick={retry}>
          {t('try_again')}
        </Button>
      </div>
    );
  }
  if (!readers) return <SeenBySkeleton />;
  const { read, delivered } = readers;
  if (read.length + delivered.length === 0) {
    return <p className="p-4 text-sm text-ink-soft">{t('seen.nobody')}</p>;
  }
  return (
    // A place that scrolls has to be reachable by keyboard (axe: scrollable-region-focusable).
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
    <div tabIndex={0} className="scroll-area py-2 outline-offset-[-2px]">
      <Group icon={CheckCheck} title={t('seen.read', { count: read.length })} users={read} />
      <Group
        icon={Check}
        title={t('seen.delivered', { count: delivered.length })}
        users={delivered}
      />
    </div>
  );
}

interface GroupProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly users: readonly UserId[];
}

function Group({ icon: Icon, title, users }: GroupProps) {
  if (users.length === 0) return null;
  return (
    <section className="px-3 py-1">
      <h2 className="flex h-7 items-center gap-1.5 text-xs font-medium text-ink-faint">
        <Icon aria-hidden className="size-3.5" strokeWidth={2} />
        {title}
      </h2>
      <ul>
        {users.map((user) => (
          <ReaderRow key={user} userId={user} />
        ))}
      </ul>
    </section>
  );
}
