import { useState, type CSSProperties, type ReactNode } from 'react';
import { cn } from './cn';
import { hueOf } from './hueOf';
import { initials } from './initials';

export interface AvatarProps {
  /** Whose: decides the colour behind the initials. */
  readonly id: string;
  readonly name: string;
  readonly src?: string | null | undefined;
  readonly size?: 24 | 32 | 40 | 48 | 72;
  /** People are round, groups are squares with soft corners. */
  readonly shape?: 'person' | 'group';
  /** Stands in the lower right corner, such as a `PresenceDot`. */
  readonly children?: ReactNode;
  readonly className?: string;
}

const textSizes = {
  24: 'text-[10px]',
  32: 'text-xs',
  40: 'text-sm',
  48: 'text-lg',
  72: 'text-xl',
} as const;

const groupCorners = {
  24: 'rounded-sm',
  32: 'rounded-sm',
  40: 'rounded-md',
  48: 'rounded-md',
  72: 'rounded-lg',
} as const;

/** A picture, or initials on a colour of one's own. Decoration: the name stands beside it. */
export function Avatar({
  id,
  name,
  src,
  size = 40,
  shape = 'person',
  children,
  className,
}: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = src != null && src !== broken ? src : null;
  const corners = shape === 'person' ? 'rounded-full' : groupCorners[size];
  return (
    <span
      aria-hidden={children ? undefined : true}
      className={cn('relative inline-block shrink-0 select-none', className)}
      style={{ width: size, height: size, '--avatar-hue': hueOf(id) } as CSSProperties}
    >
      {shown === null ? (
        <span
          aria-hidden
          // Drawn by CSS: no text that a selection or a search would find beside the name.
          data-initials={initials(name)}
          className={cn(
            'grid size-full place-items-center font-semibold avatar-colours before:content-[attr(data-initials)]',
            textSizes[size],
            corners,
          )}
        />
      ) : (
        <img
          alt=""
          src={shown}
          width={size}
          height={size}
          decoding="async"
          draggable={false}
          className={cn('size-full bg-sunken object-cover', corners)}
          onError={() => setBroken(shown)}
        />
      )}
      {children && <span className="absolute right-0 bottom-0 flex">{children}</span>}
    </span>
  );
}
