import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { cn } from './cn';
import { IconButton } from './IconButton';
import { useDialogFocus } from './useDialogFocus';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: string | undefined;
  readonly closeLabel: string;
  /** Of one height, whatever it holds: nothing moves while that changes. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** A window over the page: in the middle of a wide screen, a sheet at the foot of a narrow one. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  tall = false,
  children,
}: DialogProps) {
  const focus = useDialogFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade-in bg-scrim" />
        <Radix.Content
          onOpenAutoFocus={focus.onOpenAutoFocus}
          onCloseAutoFocus={focus.onCloseAutoFocus}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={cn(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-rise-in flex-col rounded-t-lg bg-raised pb-[env(safe-area-inset-bottom)] shadow-float focus:outline-none',
            'two:inset-x-auto two:top-[12dvh] two:bottom-auto two:left-1/2 two:max-h-[76dvh] two:w-[440px] two:-translate-x-1/2 two:animate-pop-in two:rounded-lg two:pb-0',
            tall && 'h-[92dvh] two:h-[76dvh] two:w-[560px]',
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1 pt-1.5">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-1 text-ink-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={closeLabel} className="-mr-2">
                <X />
              </IconButton>
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
