import type {
  EmojiPickerListCategoryHeaderProps,
  EmojiPickerListEmojiProps,
  EmojiPickerListRowProps,
} from 'frimousse';

// What frimousse lays out: each kind has one height, so it measures one of each.

export function EmojiCategory({ category, ...props }: EmojiPickerListCategoryHeaderProps) {
  return (
    <div
      {...props}
      className="bg-raised px-3 pt-2 pb-1 text-xs font-semibold text-ink-faint first-letter:uppercase"
    >
      {category.label}
    </div>
  );
}

export function EmojiRow(props: EmojiPickerListRowProps) {
  return (
    <div {...props} aria-rowindex={fromOne(props['aria-rowindex'])} className="scroll-my-1 px-2" />
  );
}

export function EmojiChoice({ emoji, ...props }: EmojiPickerListEmojiProps) {
  return (
    <button
      type="button"
      {...props}
      role="gridcell"
      aria-colindex={fromOne(props['aria-colindex'])}
      className="grid size-[38px] place-items-center rounded-md text-xl data-active:bg-hover"
    >
      {emoji.emoji}
    </button>
  );
}

/** frimousse counts from 0, ARIA from 1. */
const fromOne = (index = 0) => index + 1;
