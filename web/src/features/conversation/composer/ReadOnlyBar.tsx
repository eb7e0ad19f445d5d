import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';

export interface ReadOnlyBarProps {
  readonly icon: LucideIcon;
  /** Why. */
  readonly children: ReactNode;
}

/** In the composer's place where one only reads. */
export function ReadOnlyBar({ icon: Icon, children }: ReadOnlyBarProps) {
  return (
    <p className="mx-auto flex w-full max-w-200 shrink-0 items-center justify-center gap-2 px-4 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-sm text-ink-faint">
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {children}
    </p>
  );
}
