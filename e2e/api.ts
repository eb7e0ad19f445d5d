import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';

export interface NewAccount {
  readonly username: string;
  readonly password: string;
  readonly display_name: string;
}

interface Room {
  readonly room_id: string;
}

export interface Account extends NewAccount {
  readonly user_id: string;
  readonly access_token: string;
}

/** The native REST contract as a client without a browser sees it. */
export class Api {
  constructor(readonly url: string) {}

  async ask<T>(method: string, path: string, token?: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Signs up somebody new; the name is made unlike any other. */
  async signUp(displayName: string): Promise<Account> {
    const account = newAccount(displayName);
    const { user, access_token } = await this.ask<{
      user: { user_id: string };
      access_token: string;
    }>('POST', '/auth/register', undefined, account);
    return { ...account, access_token, user_id: user.user_id };
  }

  async signIn({ username, password, display_name }: NewAccount): Promise<Account> {
    const { user, access_token } = await this.ask<{
      user: { user_id: string };
      access_token: string;
    }>('POST', '/auth/login', undefined, { login: username, password });
    return { username, password, display_name, access_token, user_id: user.user_id };
  }

  /** The room that two share, as seen by the first. */
  async directRoom(from: Account, to: NewAccount): Promise<string> {
    const body = { user_id: await this.#idOf(to, from) };
    const room = await this.ask<Room>('POST', '/rooms/direct', from.access_token, body);
    return room.room_id;
  }

  async group(from: Account, name: string, ...others: NewAccount[]): Promise<string> {
    const member_ids = await Promise.all(others.map((other) => this.#idOf(other, from)));
    const body = { kind: 'group', name, member_ids };
    const room = await this.ask<Room>('POST', '/rooms', from.access_token, body);
    return room.room_id;
  }

  async askToBeFriends(from: Account, to: NewAccount): Promise<void> {
    const body = { user_id: await this.#idOf(to, from) };
    await this.ask('POST', '/friends/requests', from.access_token, body);
  }

  /** Who is asked by both has accepted. */
  async befriend(one: Account, other: Account): Promise<void> {
    await this.askToBeFriends(one, other);
    await this.askToBeFriends(other, one);
  }

  /** Found as a person would be: by the name they gave. */
  async #idOf(wanted: NewAccount, seeker: Account): Promise<string> {
    const path = `/users?query=${wanted.username}`;
    const found = await this.ask<{ items: { user_id: string }[] }>(
      'GET',
      path,
      seeker.access_token,
    );
    if (found.items[0] === undefined) throw new Error(`${wanted.username} was not found`);
    return found.items[0].user_id;
  }

  /** Sends texts one after the other, as the contract's other clients do. */
  async send(from: Account, roomId: string, ...texts: string[]): Promise<void> {
    for (const content of texts) {
      const body = { client_msg_id: randomUUID(), kind: 'text', content };
      await this.ask('POST', `/rooms/${roomId}/messages`, from.access_token, body);
    }
  }
}

/** Words for a form of sign-up; the username is unlike any other. */
export function newAccount(displayName: string): NewAccount {
  const username = `${displayName
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()}-${randomUUID().slice(0, 8)}`;
  return { username, password: `rather-long-${randomUUID()}`, display_name: displayName };
}

interface Frame {
  readonly id?: string;
  readonly type: string;
  readonly data?: Record<string, unknown>;
  readonly error?: { readonly code: string };
}

/** A bare native socket that remembers what it was sent. */
export class Socket {
  readonly frames: Frame[] = [];
  readonly #socket: WebSocket;
  readonly #closed: Promise<number>;

  constructor(url: string, token: string) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, {
      headers: { authorization: `Bearer ${token}` },
    });
    this.#socket.on('message', (text: Buffer) => {
      this.frames.push(JSON.parse(text.toString()) as Frame);
      this.#socket.emit('frame');
    });
    this.#closed = new Promise((resolve) => this.#socket.once('close', resolve));
  }

  send(frame: object): void {
    this.#socket.send(JSON.stringify(frame));
  }

  /** The first frame that fits, of those that came and those that will come within 5 s. */
  async frame(fits: (frame: Frame) => boolean): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.frames.find(fits);
        if (found === undefined) return;
        clearTimeout(tooLate);
        this.#socket.off('frame', look);
        resolve(found);
      };
      const tooLate = setTimeout(() => {
        this.#socket.off('frame', look);
        reject(new Error(`No such frame among ${JSON.stringify(this.frames)}`));
      }, 5_000);
      this.#socket.on('frame', look);
      look();
    });
  }

  /** The close code, once the socket is closed. */
  closed(): Promise<number> {
    return this.#closed;
  }

  close(): void {
    this.#socket.close();
  }
}
