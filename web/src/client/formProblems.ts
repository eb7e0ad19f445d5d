import { ProblemError } from '@tingting/sdk';

/** What the server found wrong with a form: by field, and what concerns the whole. */
export interface FormProblem<Field extends string> {
  readonly fields: readonly { readonly field: Field; readonly reason: 'invalid' | 'taken' }[];
  /** The error itself when no field of this form explains it. */
  readonly whole: unknown;
}

/**
 * Ties a refusal to the fields of a form, in the form's order. The server's sentences are English
 * and for developers: only its code and its field names are used.
 */
export function formProblems<Field extends string>(
  error: unknown,
  order: readonly Field[],
): FormProblem<Field> {
  if (!(error instanceof ProblemError)) return { fields: [], whole: error };
  const named = new Set(error.errors.map((one) => one.field));
  const reason = error.code === 'conflict' ? 'taken' : 'invalid';
  const fields = order
    .filter((field) => named.has(field))
    .map((field) => ({ field, reason }) as const);
  return { fields, whole: fields.length > 0 ? undefined : error };
}
