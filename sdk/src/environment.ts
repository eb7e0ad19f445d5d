import { clock, type Clock } from './clock.js';
import type { TingTingOptions } from './options.js';
import { indexedDbOutbox } from './outbox/indexeddb.js';
import { memoryOutbox } from './outbox/memory.js';
import type { OutboxStorage } from './outbox/storage.js';
import { memoryTokens, type TokenStore } from './session/tokens.js';
import { defaultBackoff, type Backoff } from './socket/backoff.js';
import { browserHide, type Hide } from './socket/hide.js';
import type { SocketConstructor } from './socket/link.js';
import { browserWake, type Wake } from './socket/wake.js';
import type { UserId } from './wire/ids.js';

/** Everything the client takes from outside: as it was told, else as this place offers it. */
export interface Environment {
  readonly baseUrl: string;
  /** Null: the refresh token lives in an HttpOnly cookie. */
  readonly tokens: TokenStore | null;
  readonly outbox: (user: UserId) => OutboxStorage;
  readonly fetch: typeof globalThis.fetch;
  readonly Socket: SocketConstructor;
  readonly clock: Clock;
  readonly random: () => number;
  readonly backoff: Backoff;
  readonly wake: Wake;
  readonly hide: Hide;
  readonly report: (error: unknown) => void;
}

export function environmentOf(options: TingTingOptions): Environment {
  const baseUrl = (options.baseUrl ?? pageOrigin()).replace(/\/+$/, '');
  const refresh = options.refresh ?? (isOwnPage(baseUrl) ? 'cookie' : 'body');
  return {
    baseUrl,
    tokens: refresh === 'cookie' ? null : (options.tokens ?? memoryTokens()),
    outbox: options.outbox ?? keptWhereItLasts,
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    Socket: options.WebSocket ?? ownSocket(),
    clock: options.clock ?? clock,
    random: options.random ?? Math.random,
    backoff: options.backoff ?? defaultBackoff,
    wake: options.wake ?? browserWake,
    hide: options.hide ?? browserHide,
    report: options.report ?? report,
  };
}

function pageOrigin(): string {
  if (typeof location === 'undefined') throw new Error('Outside of a browser, pass a baseUrl');
  return location.origin;
}

/** The cookie is SameSite=Strict and the server's own: only its own pages have it. */
const isOwnPage = (baseUrl: string) =>
  typeof location !== 'undefined' && new URL(baseUrl).origin === location.origin;

const keptWhereItLasts = (user: UserId): OutboxStorage =>
  typeof indexedDB === 'undefined' ? memoryOutbox() : indexedDbOutbox(user);

function ownSocket(): SocketConstructor {
  if (typeof WebSocket === 'undefined') throw new Error("Node 20 has no WebSocket: pass `ws`'s");
  return WebSocket;
}

function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}
