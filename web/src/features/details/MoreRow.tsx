import type { ReactNode } from 'react';
import { ChevronRight, type LucideIcon } from 'lucide-react';

export interface MoreRowProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** What it is set to, or how many wait there. */
  readonly note?: ReactNode;
  readonly onClick: () => void;
}

/** The way to a panel of its own. */
export function MoreRow({ icon: Icon, label, note, onClick }: MoreRowProps) {
  return (
    <li>
      <button
        type="button"
        className="flex h-11 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover"
        onClick={onClick}
      >
        <Icon aria-hidden className="size-[18px] text-ink-soft" strokeWidth={1.75} />
        <span className="flex-1">{label}</span>
        {note !== undefined && <span className="text-sm text-ink-faint">{note}</span>}
        <ChevronRight aria-hidden className="size-4 text-ink-faint" strokeWidth={1.75} />
      </button>
    </li>
  );
}
