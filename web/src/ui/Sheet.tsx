import type { ReactNode } from 'react';
import { Dialog } from 'radix-ui';

export interface SheetProps {
  /** Its accessible name. */
  readonly label: string;
  readonly onClose: () => void;
  /** The focus leaves it. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

/** Choices at the foot of a touch screen, within reach of a thumb. */
export function Sheet({ label, onClose, onClosed, children }: SheetProps) {
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // No choice of its own stands out.
            event.preventDefault();
            if (event.target instanceof HTMLElement) event.target.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className="fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[85dvh] max-w-110 animate-rise-in scroll-area rounded-t-lg bg-raised p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] shadow-float focus:outline-none"
        >
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <div aria-hidden className="mx-auto mb-2 h-1 w-9 rounded-full bg-line-strong" />
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
