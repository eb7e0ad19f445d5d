import type { StoreApi } from 'zustand/vanilla';
import type { Api } from './rest/api.js';
import type { Credentials, Registration } from './rest/auth.js';
import type { Joined } from './rest/invites.js';
import type { NewRoom } from './rest/rooms.js';
import type { ProfileChange } from './rest/users.js';
import type { Conversation } from './store/conversation.js';
import type { ConnectionState, PeopleState, RoomsState, SessionState } from './store/state.js';
import type { ChatEvent, ChatEventOf } from './wire/events.js';
import type { RoomId, UserId } from './wire/ids.js';
import type { Me, OwnStatus, Room } from './wire/records.js';

/** The client. One a page or program; signing out and in again is fine on the same one. */
export interface TingTing {
  readonly session: StoreApi<SessionState>;
  readonly connection: StoreApi<ConnectionState>;
  readonly rooms: StoreApi<RoomsState>;
  readonly people: StoreApi<PeopleState>;
  /** The REST calls themselves, for what the stores do not carry. */
  readonly api: Api;

  /** Signs in again from the cookie or the token store. Rejects only when no answer came. */
  restore(): Promise<SessionState>;
  register(registration: Registration): Promise<Me>;
  login(credentials: Credentials): Promise<Me>;
  /** With a code, for who comes back from a provider to `/app/sign-in/code`. */
  finishSignIn(otp: string): Promise<Me>;
  /** With what the browser answered to `api.passkeys.beginSignIn`. */
  signInWithPasskey(credential: AuthenticationResponseJSON): Promise<Me>;
  /** Signed out here whatever the network says. */
  logout(): Promise<void>;
  updateMe(change: ProfileChange): Promise<Me>;
  /** With the code that `api.users.askForEmail` had sent to the address. */
  confirmEmail(email: string, otp: string): Promise<Me>;

  /** The same object every time, until one signs out. */
  conversation(room: RoomId): Conversation;
  openDirect(user: UserId): Promise<Room>;
  createRoom(room: NewRoom): Promise<Room>;
  /** Takes an invite by its code: one is in the room, or waits for an admin. */
  join(invite: string): Promise<Joined>;
  /**
   * Fetches the room list; done by itself after signing in, so only for a "try again" button. Never
   * rejects: how it went is `rooms.status`.
   */
  reloadRooms(): Promise<void>;
  /** Makes sure `people` has these users; unknown ones are fetched, once. */
  loadUsers(users: readonly UserId[]): Promise<void>;

  /** Keeps the presence of these users in `people` until the returned function is called. */
  watch(users: readonly UserId[]): () => void;
  setStatus(status: OwnStatus): void;
  /** Every event after it was applied to the stores. Returns how to stop listening. */
  on<Type extends ChatEvent['type']>(
    type: Type,
    listener: (event: ChatEventOf<Type>) => void,
  ): () => void;
  /** Tries to connect now instead of at `retryAt`. */
  reconnect(): void;
  /** Closes the socket and all timers; the session stays. */
  close(): void;
}
