import type { Outgoing } from '../store/state.js';
import type { UserId } from '../wire/ids.js';
import type { OutboxStorage } from './storage.js';

interface Row {
  readonly clientMsgId: string;
  /** Keeps the order of writing, whatever the clock says. */
  readonly place: number;
  readonly message: Outgoing;
}

/** Survives reloads and crashes. One database a user: another account on this device sees nothing. */
export function indexedDbOutbox(user: UserId, factory = globalThis.indexedDB): OutboxStorage {
  let opening: Promise<IDBDatabase> | null = null;
  let lastPlace = 0;
  const places = new Map<string, number>();

  async function rows<T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    opening ??= open(factory, `tingting-outbox-${user}`);
    const transaction = (await opening).transaction('outgoing', mode);
    const request = act(transaction.objectStore('outgoing'));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The outbox was aborted'));
    });
  }

  return {
    async load() {
      const found = await rows<Row[]>('readonly', (store) => store.getAll() as IDBRequest<Row[]>);
      found.sort((a, b) => a.place - b.place);
      for (const row of found) places.set(row.clientMsgId, row.place);
      lastPlace = Math.max(lastPlace, found.at(-1)?.place ?? 0);
      return found.map((row) => row.message);
    },
    async put(message) {
      const { clientMsgId } = message;
      const place = places.get(clientMsgId) ?? (lastPlace += 1);
      places.set(clientMsgId, place);
      await rows('readwrite', (store) => store.put({ clientMsgId, place, message } satisfies Row));
    },
    async remove(message) {
      places.delete(message);
      await rows('readwrite', (store) => store.delete(message));
    },
    async clear() {
      places.clear();
      await rows('readwrite', (store) => store.clear());
    },
  };
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outgoing', { keyPath: 'clientMsgId' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The outbox cannot be opened'));
  });
}
