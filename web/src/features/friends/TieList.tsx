import { useId, type ReactNode } from 'react';
import type { UserId } from '@tingting/sdk';

export interface TieListProps<Tied> {
  readonly label: string;
  readonly ties: readonly Tied[];
  readonly children: (tie: Tied) => ReactNode;
}

/** People of one kind under their heading; nothing where there are none. */
export function TieList<Tied extends { readonly user_id: UserId }>(props: TieListProps<Tied>) {
  const { label, ties, children } = props;
  const heading = useId();
  if (ties.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="pt-4">
      <h2 id={heading} className="flex gap-2 px-2 pb-1 text-sm font-medium text-ink-faint">
        {label}
        <span className="tabular">{ties.length}</span>
      </h2>
      <ul aria-labelledby={heading}>
        {ties.map((tie) => (
          <li key={tie.user_id}>{children(tie)}</li>
        ))}
      </ul>
    </section>
  );
}
