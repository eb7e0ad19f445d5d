import type { ComponentProps } from 'react';
import { Slot } from 'radix-ui';
import { cn } from './cn';
import { Spinner } from './Spinner';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'md' | 'lg';
  /** At work: keeps its width, takes no second press, stays focusable. */
  readonly busy?: boolean;
  /** Lends its looks to its one child, such as a link. */
  readonly asChild?: boolean;
}

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'bg-raised text-ink ring-1 ring-inset ring-line hover:bg-hover',
  quiet: 'text-accent-ink hover:bg-accent-soft',
  danger: 'bg-danger text-white hover:bg-danger-strong',
} as const;

const sizes = { md: 'h-9 px-3.5', lg: 'h-11 px-5' } as const;

export function Button({
  variant = 'primary',
  size = 'md',
  busy = false,
  asChild = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const looks = cn(
    'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap select-none',
    'touch-target transition-colors disabled:pointer-events-none disabled:opacity-50',
    variants[variant],
    sizes[size],
    className,
  );
  if (asChild) return <Slot.Root className={looks}>{children}</Slot.Root>;
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      className={looks}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      <span className={cn('inline-flex items-center gap-2', busy && 'invisible')}>{children}</span>
    </button>
  );
}
