import { useTranslation } from 'react-i18next';
import { useGridFocus } from '@/ui/useGridFocus';

interface RecentEmojiProps {
  readonly emoji: readonly string[];
  readonly onPick: (emoji: string) => void;
}

/** One row of what one has picked last. */
export function RecentEmoji({ emoji, onPick }: RecentEmojiProps) {
  const { t } = useTranslation('conversation');
  const onKeyDown = useGridFocus();
  return (
    // The keys are those of the buttons within.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t('picker.recent')}
      className="flex px-2 pb-1"
      onKeyDown={onKeyDown}
    >
      {emoji.map((one, index) => (
        <button
          key={one}
          type="button"
          data-roving
          tabIndex={index === 0 ? 0 : -1}
          className="grid size-[38px] place-items-center rounded-md text-xl hover:bg-hover focus-visible:bg-hover"
          onClick={() => onPick(one)}
        >
          {one}
        </button>
      ))}
    </div>
  );
}
