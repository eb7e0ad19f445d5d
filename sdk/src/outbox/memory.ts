import type { Outgoing } from '../store/state.js';
import type { ClientMsgId } from '../wire/ids.js';
import type { OutboxStorage } from './storage.js';

/** Survives reconnects, not restarts. */
export function memoryOutbox(): OutboxStorage {
  const kept = new Map<ClientMsgId, Outgoing>();
  return {
    load: () => Promise.resolve([...kept.values()]),
    put(message) {
      kept.set(message.clientMsgId, message);
      return Promise.resolve();
    },
    remove(message) {
      kept.delete(message);
      return Promise.resolve();
    },
    clear() {
      kept.clear();
      return Promise.resolve();
    },
  };
}
