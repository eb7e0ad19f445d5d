import type { Outgoing } from '../store/state.js';
import type { ClientMsgId } from '../wire/ids.js';

/** Where unsent messages survive a reload. Kept per user, so that a second account sends nothing. */
export interface OutboxStorage {
  /** In the order they were put first. */
  load(): Promise<readonly Outgoing[]>;
  put(message: Outgoing): Promise<void>;
  remove(message: ClientMsgId): Promise<void>;
  /** On signing out. */
  clear(): Promise<void>;
}
