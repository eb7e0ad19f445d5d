import type { Clock } from './clock.js';
import type { OutboxStorage } from './outbox/storage.js';
import type { TokenStore } from './session/tokens.js';
import type { Backoff } from './socket/backoff.js';
import type { Hide } from './socket/hide.js';
import type { SocketConstructor } from './socket/link.js';
import type { Wake } from './socket/wake.js';
import type { UserId } from './wire/ids.js';

export interface TingTingOptions {
  /** Origin of the server; the page's own in browsers. */
  readonly baseUrl?: string;
  /** `cookie` in browsers on the server's own origin, `body` elsewhere, unless told. */
  readonly refresh?: 'cookie' | 'body';
  /** For `body`: where the refresh token is kept; in memory unless told. */
  readonly tokens?: TokenStore;
  /** Where unsent messages are kept; IndexedDB where there is one, else memory, unless told. */
  readonly outbox?: (user: UserId) => OutboxStorage;
  readonly fetch?: typeof globalThis.fetch;
  /** Node 20 has none of its own: pass `ws`'s. */
  readonly WebSocket?: SocketConstructor;
  readonly clock?: Clock;
  /** 0 ≤ x < 1. */
  readonly random?: () => number;
  readonly backoff?: Backoff;
  readonly wake?: Wake;
  readonly hide?: Hide;
  /** Told of failures that have no caller to reject to, such as a full disk under the outbox. */
  readonly report?: (error: unknown) => void;
}
