import { cn } from './cn';

export interface PresenceDotProps {
  readonly status: 'online' | 'away' | 'busy' | 'offline';
  /** Its accessible name; without one it is decoration beside a text that says the same. */
  readonly label?: string | undefined;
  readonly className?: string;
}

const looks = {
  online: 'bg-success',
  away: 'bg-warning',
  busy: 'bg-danger',
  offline: 'bg-line-strong',
} as const;

export function PresenceDot({ status, label, className }: PresenceDotProps) {
  return (
    <span
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      className={cn('inline-block size-2 rounded-full', looks[status], className)}
    />
  );
}
