import type {
  Account,
  AccountState,
  AuditAction,
  AuditEntry,
  Report,
  ReportState,
  RoomSummary,
  ServerOverview,
} from '../wire/administration.js';
import type { MessageId, ReportId, Timestamp, UserId } from '../wire/ids.js';
import type { Page, RoomKind, ServerRole } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

interface Paged {
  readonly limit?: number;
  readonly cursor?: string;
}
export interface AccountFilter extends Paged {
  readonly query?: string;
  readonly role?: ServerRole;
  readonly state?: AccountState;
  readonly muted?: true;
}
export interface RoomFilter extends Paged {
  readonly query?: string;
  readonly kind?: RoomKind;
}
export interface ReportFilter extends Paged {
  readonly state?: ReportState;
  readonly user_id?: UserId;
}
export interface AuditFilter extends Paged {
  readonly actor_id?: UserId;
  readonly user_id?: UserId;
  readonly action?: AuditAction;
}

/** What is to change of an account; role and state for admins alone. */
export interface AccountChange {
  readonly role?: ServerRole;
  readonly state?: AccountState;
  /** Null ends a mute. */
  readonly muted_until?: Timestamp | null;
}

/** For those in charge of the server. */
export class AdministrationApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  accounts(filter: AccountFilter = {}, options?: CallOptions): Promise<Page<Account>> {
    return this.#http.get('/admin/users', { ...filter }, options);
  }

  change(user: UserId, change: AccountChange): Promise<Account> {
    return this.#http.patch(`/admin/users/${user}`, change);
  }

  /** For who has lost their app and their recovery codes. */
  removeSecondFactor(user: UserId): Promise<void> {
    return this.#http.delete(`/admin/users/${user}/2fa`);
  }

  rooms(filter: RoomFilter = {}, options?: CallOptions): Promise<Page<RoomSummary>> {
    return this.#http.get('/admin/rooms', { ...filter }, options);
  }

  reports(filter: ReportFilter = {}, options?: CallOptions): Promise<Page<Report>> {
    return this.#http.get('/admin/reports', { ...filter }, options);
  }

  decide(report: ReportId, verdict: 'resolve' | 'dismiss' | 'reopen'): Promise<Report> {
    return this.#http.post(`/admin/reports/${report}/${verdict}`);
  }

  /** Recalls a message of whichever room, and resolves what was reported of it. */
  removeMessage(message: MessageId): Promise<void> {
    return this.#http.delete(`/admin/messages/${message}`);
  }

  audit(filter: AuditFilter = {}, options?: CallOptions): Promise<Page<AuditEntry>> {
    return this.#http.get('/admin/audit', { ...filter }, options);
  }

  overview(options?: CallOptions): Promise<ServerOverview> {
    return this.#http.get('/admin/stats', undefined, options);
  }
}
