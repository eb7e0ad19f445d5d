import type { ComponentProps } from 'react';
import { Slot } from 'radix-ui';
import { cn } from './cn';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Says what it does: its accessible name and its tooltip. */
  readonly label: string;
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
  readonly asChild?: boolean;
}

/** A square button with an icon of 18 px. */
export function IconButton({
  label,
  tooltipSide = 'bottom',
  asChild = false,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const Component = asChild ? Slot.Root : 'button';
  return (
    <Tooltip text={label} side={tooltipSide}>
      <Component
        {...(asChild ? {} : { type })}
        aria-label={label}
        className={cn(
          'inline-grid size-9 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink',
          'touch-target transition-colors disabled:pointer-events-none disabled:opacity-40',
          'aria-expanded:bg-hover aria-expanded:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-ink',
          '[&_svg]:size-[18px] [&_svg]:stroke-[1.75]',
          className,
        )}
        {...rest}
      />
    </Tooltip>
  );
}
