import { CloseCode } from '../wire/codes.js';
import type { ServerFrame } from '../wire/frames.js';

/** What is used of a WebSocket: the browser's and the `ws` package's both have it. */
export interface SocketLike {
  send(data: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
}
export type SocketConstructor = new (url: string) => SocketLike;

export interface LinkListener {
  opened(): void;
  frame(frame: ServerFrame): void;
  /** Once, whoever closed; never after `drop`. */
  closed(code: number): void;
}

/** One socket from its opening to its end. Once it is over nothing is heard of it any more. */
export class Link {
  readonly #socket: SocketLike;
  #over = false;

  constructor(Socket: SocketConstructor, url: string, listener: LinkListener) {
    this.#socket = new Socket(url);
    this.#socket.addEventListener('open', () => {
      if (!this.#over) listener.opened();
    });
    this.#socket.addEventListener('message', ({ data }) => {
      if (!this.#over) this.#read(data, listener);
    });
    this.#socket.addEventListener('close', ({ code }) => {
      this.#end(code, listener);
    });
    // A close event follows every error; without a listener `ws` would throw.
    this.#socket.addEventListener('error', () => undefined);
  }

  /** False when there is nothing to send over any more. */
  send(text: string): boolean {
    if (this.#over) return false;
    try {
      this.#socket.send(text);
      return true;
    } catch {
      return false; // still connecting, or closed a moment ago: its close event tells
    }
  }

  /** Ends it from here, at once and silently: the handshake may take as long as it likes. */
  drop(): void {
    if (this.#over) return;
    this.#over = true;
    this.#socket.close(CloseCode.normal);
  }

  #read(data: unknown, listener: LinkListener): void {
    const frame = typeof data === 'string' ? parse(data) : null;
    if (frame) listener.frame(frame);
    else {
      this.drop();
      listener.closed(CloseCode.abnormal);
    }
  }

  #end(code: number, listener: LinkListener): void {
    if (this.#over) return;
    this.#over = true;
    listener.closed(code);
  }
}

/** Null for what no server of ours sends: then something else answers there. */
function parse(text: string): ServerFrame | null {
  try {
    const value: unknown = JSON.parse(text);
    const isFrame = typeof value === 'object' && value !== null && 'type' in value;
    return isFrame ? (value as ServerFrame) : null;
  } catch {
    return null;
  }
}
