import type { SocketConstructor, SocketLike } from '../../src/socket/link.js';

/** A socket whose other end is the test. */
export class FakeSocket implements SocketLike {
  readonly sent: Record<string, unknown>[] = [];
  closedByClient = false;
  readonly #listeners = new Map<string, ((event: never) => void)[]>();

  addEventListener(type: string, listener: (event: never) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.closedByClient = true;
  }

  opens(): void {
    this.#emit('open', {});
  }

  says(frame: unknown): void {
    this.#emit('message', { data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }

  closes(code: number): void {
    this.#emit('close', { code });
  }

  /** Opens, and greets as a server does. */
  welcomes(): void {
    this.opens();
    this.says({ type: 'ready', data: { epoch: 'e', heartbeat_seconds: 25, rooms: [] } });
  }

  #emit(type: string, event: unknown): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event as never);
  }
}

/** A constructor that remembers what it made. */
export function fakeSockets(): {
  Socket: SocketConstructor;
  made: FakeSocket[];
  last: () => FakeSocket;
} {
  const made: FakeSocket[] = [];
  class Socket extends FakeSocket {
    constructor() {
      super();
      made.push(this);
    }
  }
  const last = () => {
    const socket = made.at(-1);
    if (!socket) throw new Error('No socket was opened');
    return socket;
  };
  return { Socket, made, last };
}
