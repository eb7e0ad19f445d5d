import type { ExportId } from '../wire/ids.js';
import type { Erasure, Export, Page } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export interface ErasureWish {
  /** Of an account that has one. */
  readonly password?: string;
  /** Whether what one wrote goes as well; else it stays, without a name. */
  readonly recall_messages: boolean;
}

/** What a file of all that one owns may take to arrive. */
const patienceMs = 600_000;

/** Taking one's data along, and closing one's account. */
export class OwnDataApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** Begins to make a file of all that one owns. */
  beginExport(): Promise<Export> {
    return this.#http.post('/users/me/exports', {});
  }

  exports(options?: CallOptions): Promise<Page<Export>> {
    return this.#http.get('/users/me/exports', undefined, options);
  }

  /** Only for the session that asked for it. */
  exportFile(id: ExportId): Promise<Blob> {
    return this.#http.getFile(`/users/me/exports/${id}/file`, { timeoutMs: patienceMs });
  }

  /** Closes the account until one signs in again with `reopen`. All sessions end. */
  deactivate(password?: string): Promise<void> {
    return this.#http.delete('/users/me', { password });
  }

  /** Closes the account; it is erased at the time that is answered unless one signs in with `reopen`. */
  erase(wish: ErasureWish): Promise<Erasure> {
    return this.#http.post('/users/me/erasure', wish);
  }
}
