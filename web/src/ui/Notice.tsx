import type { ReactNode } from 'react';
import { cn } from './cn';

export interface NoticeProps {
  readonly tone: 'danger' | 'warning' | 'success' | 'neutral';
  readonly children: ReactNode;
  readonly className?: string;
}

const tones = {
  danger: 'bg-danger-soft text-danger-ink',
  warning: 'bg-warning-soft text-warning-ink',
  success: 'bg-success-soft text-success-ink',
  neutral: 'bg-sunken text-ink-soft',
} as const;

/** A sentence that concerns the whole form or panel beneath it. */
export function Notice({ tone, children, className }: NoticeProps) {
  return (
    <div className={cn('rounded-md px-3 py-2.5 text-sm', tones[tone], className)}>{children}</div>
  );
}
