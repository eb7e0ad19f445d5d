import { NetworkError, ProblemError } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { formProblems } from './formProblems';

const order = ['username', 'email', 'password'] as const;
const refusal = (code: 'conflict' | 'invalid_request', ...fields: string[]) =>
  new ProblemError({
    code,
    detail: 'for developers',
    retryable: false,
    errors: fields.map((field) => ({ field, message: 'for developers' })),
  });

describe('the problems of a form', () => {
  it('stand in the order of the form, whatever order the server found them in', () => {
    expect(formProblems(refusal('invalid_request', 'password', 'username'), order)).toEqual({
      fields: [
        { field: 'username', reason: 'invalid' },
        { field: 'password', reason: 'invalid' },
      ],
      whole: undefined,
    });
  });

  it('say that something is taken when the server calls it a conflict', () => {
    expect(formProblems(refusal('conflict', 'email'), order).fields).toEqual([
      { field: 'email', reason: 'taken' },
    ]);
  });

  it('concern the whole form when no field of it is named', () => {
    const error = refusal('invalid_request', 'captcha');
    expect(formProblems(error, order)).toEqual({ fields: [], whole: error });
  });

  it('concern the whole form when no answer came', () => {
    const error = new NetworkError('timeout');
    expect(formProblems(error, order).whole).toBe(error);
  });
});
