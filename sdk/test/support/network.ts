import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Way, type WayFaults } from './way.js';

/** What happens to one connection. */
export interface Faults {
  /** Nobody answers the door. */
  readonly refused: boolean;
  /** To the server, and back. */
  readonly up: WayFaults;
  readonly down: WayFaults;
  /**
   * Of a cut the client hears at once, the server so many milliseconds later: until then the old
   * connection lives on beside the new one, and what was on its way up still arrives.
   */
  readonly lateMs: number;
}

/**
 * A network between a client and a server that cuts, delays, stalls and refuses TCP connections.
 * Each has its own pace, so one overtakes the other: an answer the socket, the next socket the last.
 */
export class Network {
  readonly #target: URL;
  readonly #random: () => number;
  readonly #server = createServer({ allowHalfOpen: true }, (client) => this.#accept(client));
  readonly #passages = new Set<Passage>();
  #stormy = false;
  /** How many connections were refused or broke. */
  accidents = 0;

  constructor(target: string, random: () => number) {
    this.#target = new URL(target);
    this.#random = random;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on every connection meets with accidents. */
  storm(): void {
    this.#stormy = true;
    this.cut();
  }

  /** From now on all is well; what is late arrives. */
  calm(): void {
    this.#stormy = false;
    for (const passage of this.#passages) passage.calm();
  }

  /** Breaks all connections. */
  cut(): void {
    for (const passage of this.#passages) passage.break(0);
  }

  #accept(client: Socket): void {
    const faults = this.#stormy ? accidents(this.#random) : null;
    if (faults?.refused) {
      this.accidents += 1;
      client.resetAndDestroy();
      return;
    }
    const server = connect({
      host: this.#target.hostname,
      port: Number(this.#target.port),
      allowHalfOpen: true,
    });
    const passage = new Passage(client, server, faults, {
      broken: () => (this.accidents += 1),
      gone: () => this.#passages.delete(passage),
    });
    this.#passages.add(passage);
  }
}

interface Ends {
  /** It met with an accident. */
  readonly broken: () => void;
  /** Nothing of it is left. */
  readonly gone: () => void;
}

/** One connection of a client, and the one to the server that belongs to it. */
class Passage {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #up: Way;
  readonly #down: Way;

  constructor(client: Socket, server: Socket, faults: Faults | null, { broken, gone }: Ends) {
    this.#client = client;
    this.#server = server;
    const cut = () => {
      broken();
      this.break(faults?.lateMs ?? 0);
    };
    this.#up = new Way(client, server, faults?.up ?? null, cut);
    this.#down = new Way(server, client, faults?.down ?? null, cut);
    for (const socket of [client, server]) socket.setNoDelay().on('error', () => undefined);
    server.on('close', () => {
      if (client.destroyed) gone();
    });
    client.on('close', () => {
      if (server.destroyed) gone();
    });
  }

  calm(): void {
    this.#up.calm();
    this.#down.calm();
  }

  break(lateMs: number): void {
    this.#down.drop();
    this.#client.resetAndDestroy();
    if (lateMs > 0) setTimeout(() => this.#forget(), lateMs);
    else this.#forget();
  }

  #forget(): void {
    this.#up.drop();
    this.#server.resetAndDestroy();
  }
}

/** Most connections live for a while; few get far. */
function accidents(random: () => number): Faults {
  const chance = (of: number) => random() < of;
  const upTo = (most: number) => Math.floor(random() * most);
  /** From the handshake to some ten messages further. */
  const place = () => Math.floor(10 ** (2 + random() * 1.8));
  const way = (): WayFaults => {
    const slowest = [0, 20, 300][upTo(3)] ?? 0;
    return {
      delay: () => upTo(slowest),
      stall: chance(0.2) ? { at: place(), ms: upTo(4_000) } : null,
      cutAt: chance(0.7) ? place() : Infinity,
    };
  };
  return {
    refused: chance(0.15),
    up: way(),
    down: way(),
    lateMs: chance(0.5) ? upTo(1_000) : 0,
  };
}
