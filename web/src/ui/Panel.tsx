import type { ReactNode } from 'react';
import { ArrowLeft, X } from 'lucide-react';
import { IconButton } from './IconButton';

export interface PanelProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** To the panel that this one belongs to. */
  readonly back?: { readonly label: string; readonly onBack: () => void };
  readonly children: ReactNode;
}

/** A column of its own: what it is, the ways out of it, and what it holds. */
export function Panel({ title, closeLabel, onClose, back, children }: PanelProps) {
  return (
    <>
      <header
        className={`flex h-14 shrink-0 items-center gap-1 border-b border-line pr-2.5 ${back ? 'pl-2.5' : 'pl-5'}`}
      >
        {back && (
          <IconButton label={back.label} onClick={back.onBack}>
            <ArrowLeft />
          </IconButton>
        )}
        <h2 className="min-w-0 flex-1 truncate font-semibold">{title}</h2>
        <IconButton label={closeLabel} onClick={onClose}>
          <X />
        </IconButton>
      </header>
      {children}
    </>
  );
}
