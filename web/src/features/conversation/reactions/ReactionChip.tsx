import type { Reaction } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { cn } from '@/ui/cn';
import { Tooltip } from '@/ui/Tooltip';
import { useReactorsText } from './useReactorsText';

interface ReactionChipProps {
  readonly reaction: Reaction;
  readonly onPress: () => void;
}

/** One emoji, how often it was given, and by whom on hover and focus. */
export function ReactionChip({ reaction, onPress }: ReactionChipProps) {
  const { t } = useTranslation('conversation');
  const client = useClient();
  const who = useReactorsText(reaction);
  const { emoji, count, user_ids, me = false } = reaction;
  // Names are of interest to who asks for them; one that does not come shows as "others".
  const know = () => void client.loadUsers(user_ids).catch(() => undefined);
  return (
    <Tooltip text={who} side="top">
      <button
        type="button"
        aria-pressed={me}
        aria-label={t('reaction', { emoji, count })}
        className={cn(
          'inline-flex h-7 items-center gap-1.5 rounded-full px-2 text-xs ring-1 transition-colors ring-inset pointer-coarse:h-9 pointer-coarse:px-3',
          me
            ? 'bg-accent-soft text-accent-ink ring-accent-ink/50 hover:bg-selected'
            : 'bg-surface text-ink-soft ring-line hover:bg-hover',
        )}
        onPointerEnter={know}
        onFocus={know}
        onClick={onPress}
      >
        <span aria-hidden className="text-base leading-none">
          {emoji}
        </span>
        <span aria-hidden className="font-medium tabular">
          {count}
        </span>
      </button>
    </Tooltip>
  );
}
