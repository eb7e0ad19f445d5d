import type { AuditId, MessageId, ReportId, RoomId, Timestamp, UserId } from './ids.js';
import type { Message, RoomKind, ServerRole } from './records.js';

export type AccountState = 'active' | 'disabled' | 'deleted';

/** Somebody as those in charge see them beside something else: with their name, whatever became of the account. */
export interface KnownPerson {
  readonly user_id: UserId;
  readonly username: string;
  readonly display_name: string;
  readonly avatar_url: string | null;
  readonly role: ServerRole;
  readonly state: AccountState;
}

/** An account, closed or not. */
export interface Account extends KnownPerson {
  /** Null for moderators, as is `phone`. */
  readonly email: string | null;
  readonly phone: string | null;
  /** Null, or a time that is over, for who may write. */
  readonly muted_until: Timestamp | null;
  /** Whether signing in asks for a code as well; false for moderators. */
  readonly second_factor: boolean;
  readonly created_at: Timestamp;
  readonly last_seen: Timestamp | null;
  readonly open_reports: number;
}

/** A room and its size; nothing of what is said in it. */
export interface RoomSummary {
  readonly room_id: RoomId;
  readonly kind: RoomKind;
  readonly name: string | null;
  readonly member_count: number;
  readonly message_count: number;
  readonly created_by: KnownPerson;
  readonly created_at: Timestamp;
}

export type ReportState = 'open' | 'resolved' | 'dismissed';

/** A report as who made it sees it. */
export interface FiledReport {
  readonly report_id: ReportId;
  readonly user_id: UserId;
  readonly message_id: MessageId | null;
  readonly reason: string;
  readonly state: ReportState;
  readonly created_at: Timestamp;
}

/** A report as those in charge see it. */
export interface Report {
  readonly report_id: ReportId;
  readonly state: ReportState;
  readonly reason: string;
  readonly created_at: Timestamp;
  readonly reporter: KnownPerson;
  /** Who is reported, of a message its sender. */
  readonly user: KnownPerson;
  /** As it stands now; null when a person was reported. */
  readonly message: Message | null;
  /** Of the reported person. */
  readonly muted_until: Timestamp | null;
  readonly decided_by: KnownPerson | null;
  readonly decided_at: Timestamp | null;
}

export const auditActions = [
  'role_changed',
  'account_disabled',
  'account_deleted',
  'account_enabled',
  'muted',
  'unmuted',
  'password_reset',
  'second_factor_removed',
  'message_removed',
  'report_resolved',
  'report_dismissed',
  'report_reopened',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What somebody in charge did. */
export interface AuditEntry {
  readonly audit_id: AuditId;
  readonly created_at: Timestamp;
  /** Null for who acted at the server itself. */
  readonly actor: KnownPerson | null;
  /** The actor's address, or the operator's account; null for moderators. */
  readonly source: string | null;
  readonly action: AuditAction;
  readonly user: KnownPerson | null;
  readonly message_id: MessageId | null;
  readonly report_id: ReportId | null;
  readonly data: Readonly<Record<string, string>>;
}

/** One minute of the last hour. */
export interface Minute {
  readonly at: Timestamp;
  readonly messages: number;
  readonly connections: number;
}

/** The server at a glance. */
export interface ServerOverview {
  readonly users: number;
  readonly closed_users: number;
  readonly rooms: number;
  readonly messages: number;
  readonly open_reports: number;
  readonly totals_at: Timestamp;
  readonly connections: number;
  readonly messages_per_minute: number;
  readonly storage_bytes: number;
  readonly started_at: Timestamp;
  /** The oldest first, the one that runs last. */
  readonly minutes: readonly Minute[];
}
