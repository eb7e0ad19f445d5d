import { useId, type ReactNode } from 'react';

export interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly label: string;
  /** Beside the label, such as "optional". */
  readonly note?: string | undefined;
  readonly hint?: string | undefined;
  /** Takes the hint's place, so that nothing moves. */
  readonly error?: string | undefined;
  /** Draws the control with what ties it to its label, hint and error. */
  readonly children: (control: FieldControl) => ReactNode;
}

/** A labelled control with its hint or its error beneath. */
export function Field({ label, note, hint, error, children }: FieldProps) {
  const id = useId();
  const messageId = `${id}-message`;
  const message = error ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 flex items-baseline gap-2 text-sm font-medium">
        {label}
        {note !== undefined && <span className="text-xs font-normal text-ink-faint">{note}</span>}
      </label>
      {children({
        id,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': message === undefined ? undefined : messageId,
      })}
      {message !== undefined && (
        <p
          id={messageId}
          className={`mt-1.5 text-xs ${error === undefined ? 'text-ink-faint' : 'text-danger-ink'}`}
        >
          {message}
        </p>
      )}
    </div>
  );
}
