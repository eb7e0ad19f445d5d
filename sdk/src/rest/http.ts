import { NetworkError, ProblemError, type FieldError } from '../errors.js';
import { errorCodes, type ErrorCode } from '../wire/codes.js';
import type { Clock } from '../clock.js';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the call is given up with a NetworkError; 15,000 unless told. */
  readonly timeoutMs?: number | undefined;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Who the caller is. `renew` gets a new token after the server refused the present one. */
export interface Bearer {
  readonly token: string | null;
  renew(refused: string | null): Promise<string | null>;
}

export interface HttpOptions {
  /** Origin of the server, such as `https://chat.example.org`. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Call extends CallOptions {
  readonly query?: Query;
  readonly body?: unknown;
  /** How a good answer is read; as JSON unless told. */
  readonly read?: (response: Response) => Promise<unknown>;
}

const patienceMs = 15_000;

/** Calls under /api/v1. A refused token is renewed once and the call made once more. */
export class Http {
  readonly #base: string;
  readonly #fetch: typeof globalThis.fetch;
  readonly #clock: Clock;
  #bearer: Bearer | null = null;

  constructor({ baseUrl, fetch, clock }: HttpOptions) {
    this.#base = `${baseUrl}/api/v1`;
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** From now on calls carry this bearer's token. */
  authenticateWith(bearer: Bearer): void {
    this.#bearer = bearer;
  }

  /** The address of a call that a browser makes by going there. */
  url(path: string, query?: Query): string {
    return this.#base + path + encode(query);
  }

  get<T>(path: string, query?: Query, options?: CallOptions): Promise<T> {
    return this.#authenticated<T>('GET', path, { ...options, ...(query && { query }) });
  }
  /** What is no JSON. */
  getFile(path: string, options?: CallOptions): Promise<Blob> {
    return this.#authenticated<Blob>('GET', path, {
      ...options,
      read: (response) => response.blob(),
    });
  }
  post<T = void>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.#authenticated<T>('POST', path, { ...options, body });
  }
  put<T = void>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.#authenticated<T>('PUT', path, { ...options, body });
  }
  patch<T = void>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.#authenticated<T>('PATCH', path, { ...options, body });
  }
  delete<T = void>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.#authenticated<T>('DELETE', path, { ...options, body });
  }

  /** A call that carries no token and renews none: signing in and refreshing themselves. */
  postAnonymously<T>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.#call<T>('POST', path, { ...options, body }, null);
  }

  async #authenticated<T>(method: Method, path: string, call: Call): Promise<T> {
    const token = this.#bearer?.token ?? null;
    try {
      return await this.#call<T>(method, path, call, token);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'unauthenticated') throw error;
      const renewed = await this.#bearer?.renew(token);
      if (!renewed) throw error;
      return this.#call<T>(method, path, call, renewed);
    }
  }

  async #call<T>(method: Method, path: string, call: Call, token: string | null): Promise<T> {
    const headers = new Headers({ accept: 'application/json, application/problem+json' });
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    let body: BodyInit | null = null;
    if (call.body instanceof FormData) body = call.body;
    else if (call.body !== undefined) {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(call.body);
    }
    const deadline = new AbortController();
    const timer = this.#clock.after(call.timeoutMs ?? patienceMs, () => deadline.abort());
    const signal = call.signal ? AbortSignal.any([call.signal, deadline.signal]) : deadline.signal;
    try {
      const response = await this.#fetch(this.url(path, call.query), {
        method,
        headers,
        body,
        signal,
        credentials: 'same-origin',
      });
      if (!response.ok) throw problemOf(response, await response.text());
      return (await (call.read ?? json)(response)) as T;
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      if (call.signal?.aborted) throw call.signal.reason;
      throw new NetworkError(deadline.signal.aborted ? 'timeout' : 'unreachable', { cause: error });
    } finally {
      timer.cancel();
    }
  }
}

async function json(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

function encode(query: Query | undefined): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

/** RFC 9457, and what stands in its place when a proxy answered instead of the server. */
function problemOf(response: Response, text: string): ProblemError {
  const told = parse(text);
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError({
    code: isErrorCode(told.code) ? told.code : codeOf(response.status),
    status: response.status,
    detail: typeof told.detail === 'string' ? told.detail : response.statusText,
    retryable:
      typeof told.retryable === 'boolean' ? told.retryable : retryable.has(response.status),
    errors: Array.isArray(told.errors) ? (told.errors as FieldError[]) : undefined,
    requestId: typeof told.request_id === 'string' ? told.request_id : undefined,
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined,
  });
}

const retryable = new Set([429, 502, 503, 504]);
const isErrorCode = (code: unknown): code is ErrorCode =>
  (errorCodes as readonly unknown[]).includes(code);

function codeOf(status: number): ErrorCode {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'not_found';
    case 409:
      return 'conflict';
    case 413:
      return 'too_large';
    case 415:
      return 'unsupported_media';
    case 429:
      return 'rate_limited';
    case 502:
    case 503:
    case 504:
      return 'busy';
    case 507:
      return 'insufficient_storage';
    default:
      return status >= 500 ? 'internal' : 'invalid_request';
  }
}

type Told = Partial<Record<'code' | 'detail' | 'retryable' | 'errors' | 'request_id', unknown>>;

function parse(text: string): Told {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // not a problem document: the status alone speaks
  }
}
