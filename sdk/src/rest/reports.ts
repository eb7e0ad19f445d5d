import type { FiledReport } from '../wire/administration.js';
import type { MessageId, UserId } from '../wire/ids.js';
import type { Http } from './http.js';

/** What one wants those in charge to look at. */
export type Complaint = { readonly reason: string } & (
  { readonly message_id: MessageId } | { readonly user_id: UserId }
);

export class ReportsApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  file(complaint: Complaint): Promise<FiledReport> {
    return this.#http.post('/reports', complaint);
  }
}
