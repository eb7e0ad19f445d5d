import type { Page, StickerPack } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export class StickersApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  packs(options?: CallOptions): Promise<Page<StickerPack>> {
    return this.#http.get('/stickers', undefined, options);
  }
}
