import type { ErrorCode } from './wire/codes.js';
import type { SocketError } from './wire/frames.js';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface ProblemDetails {
  readonly code: ErrorCode;
  /** HTTP status; absent when the problem came over the socket. */
  readonly status?: number | undefined;
  readonly detail: string;
  readonly retryable: boolean;
  readonly errors?: readonly FieldError[] | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** The server understood and refused. `code` is stable; `detail` is English, for logs. */
export class ProblemError extends Error implements ProblemDetails {
  override readonly name = 'ProblemError';
  readonly code: ErrorCode;
  readonly status: number | undefined;
  readonly detail: string;
  readonly retryable: boolean;
  /** What is wrong with which field of a form. */
  readonly errors: readonly FieldError[];
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(problem: ProblemDetails) {
    super(`${problem.code}: ${problem.detail}`);
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.retryable = problem.retryable;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId;
    this.retryAfterMs = problem.retryAfterMs;
  }

  static fromSocket(error: SocketError): ProblemError {
    return new ProblemError({
      code: error.code,
      detail: error.message,
      retryable: error.retryable,
      retryAfterMs: error.retry_after_ms,
    });
  }
}

/** No answer came: offline, cut, or later than the timeout. Whether it took effect is unknown. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly reason: 'unreachable' | 'timeout' | 'disconnected';

  constructor(reason: NetworkError['reason'], options?: ErrorOptions) {
    super(`No answer: ${reason}`, options);
    this.reason = reason;
  }
}

/** Whether the same call may be made again without changing anything. */
export const isRetryable = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && error.retryable);
