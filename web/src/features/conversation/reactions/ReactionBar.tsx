import type { Message } from '@tingting/sdk';
import { cn } from '@/ui/cn';
import { ReactionChip } from './ReactionChip';
import { useReact } from './useReact';

/** What others made of a message, each emoji once; a press adds one's own or takes it back. */
export function ReactionBar({ message, own }: { message: Message; own: boolean }) {
  const react = useReact(message);
  if (message.reactions.length === 0) return null;
  return (
    <div className={cn('mt-1 flex max-w-full flex-wrap gap-1', own && 'justify-end')}>
      {message.reactions.map((reaction) => (
        <ReactionChip
          key={reaction.emoji}
          reaction={reaction}
          onPress={() => react(reaction.emoji)}
        />
      ))}
    </div>
  );
}
