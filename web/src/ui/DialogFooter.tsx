import type { ReactNode } from 'react';

export interface DialogFooterProps {
  /** What keeps the action from succeeding. */
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** The actions of a dialog, with what went wrong beside them. */
export function DialogFooter({ error, children }: DialogFooterProps) {
  return (
    <footer className="flex items-center justify-end gap-3 border-t border-line px-5 py-3">
      <p role="alert" className="min-w-0 flex-1 text-sm text-danger-ink">
        {error}
      </p>
      {children}
    </footer>
  );
}
