import type { UserId } from '../wire/ids.js';
import type { Block, Page } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

/** Whom one has blocked. */
export class BlocksApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  list(cursor?: string, options?: CallOptions): Promise<Page<Block>> {
    return this.#http.get('/blocks', { cursor }, options);
  }

  /** Ends a friendship with them, too. */
  block(user: UserId): Promise<Block> {
    return this.#http.post('/blocks', { user_id: user });
  }

  unblock(user: UserId): Promise<void> {
    return this.#http.delete(`/blocks/${user}`);
  }
}
