import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { cn } from '../cn';
import { IconButton } from '../IconButton';
import { dismissToast, useToasts } from './toasts';

export interface ToasterProps {
  /** The accessible name of the region. */
  readonly label: string;
  readonly closeLabel: string;
}

/** Where toasts appear: at the foot, above the composer on phones. Once, around the app. */
export function Toaster({ label, closeLabel }: ToasterProps) {
  const shown = useToasts((state) => state.shown);
  return (
    <Toast.Provider label={label} duration={5000}>
      {shown.map(({ id, text, tone }) => (
        <Toast.Root
          key={id}
          onOpenChange={(open) => {
            if (!open) dismissToast(id);
          }}
          className={cn(
            'flex animate-rise-in items-center gap-2 rounded-md bg-ink py-1.5 pr-1.5 pl-4 text-canvas shadow-float',
            tone === 'danger' && 'bg-danger text-white',
          )}
        >
          <Toast.Description className="flex-1 font-medium">{text}</Toast.Description>
          <Toast.Close asChild>
            <IconButton
              label={closeLabel}
              className="text-inherit hover:bg-transparent hover:text-inherit hover:opacity-70"
            >
              <X />
            </IconButton>
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className="fixed right-3 bottom-20 left-3 z-60 flex flex-col gap-2 focus:outline-none two:top-16 two:right-4 two:bottom-auto two:left-auto two:w-90" />
    </Toast.Provider>
  );
}
