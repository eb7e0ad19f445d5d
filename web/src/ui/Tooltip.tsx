import type { ReactNode } from 'react';
import { Tooltip as Radix } from 'radix-ui';

export interface TooltipProps {
  readonly text: string;
  /** The one element it explains. */
  readonly children: ReactNode;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

/** A short explanation on hover and on keyboard focus. Never the only place of a text. */
export function Tooltip({ text, children, side = 'bottom' }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="pointer-events-none z-60 max-w-64 animate-fade-in rounded-sm bg-ink px-2 py-1 text-xs font-medium text-canvas select-none"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Once, around the app: a second tooltip opens without a delay. */
export const TooltipProvider = Radix.Provider;
