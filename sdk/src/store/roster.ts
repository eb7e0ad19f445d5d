import { everyPage } from '../rest/everyPage.js';
import type { MembersApi } from '../rest/members.js';
import type { RoomEvent } from '../wire/events.js';
import type { RoomId, UserId } from '../wire/ids.js';
import type { User } from '../wire/records.js';
import { markedByMembers } from './marks.js';
import { membersAfter } from './members.js';
import type { Sheet } from './sheet.js';
import type { ConversationState } from './state.js';

export interface RosterOptions {
  readonly room: RoomId;
  readonly sheet: Sheet<ConversationState>;
  readonly members: MembersApi;
  readonly me: () => UserId;
  readonly know: (users: readonly User[]) => void;
}

/** Who is in one room; kept in step once they were loaded. */
export class Roster {
  readonly #options: RosterOptions;
  #loading: Promise<void> | null = null;
  /** Who came and went while the list was on its way. */
  #meanwhile: RoomEvent[] = [];

  constructor(options: RosterOptions) {
    this.#options = options;
  }

  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
      this.#meanwhile = [];
    });
    return this.#loading;
  }

  apply(event: RoomEvent): void {
    if (this.#loading) this.#meanwhile.push(event);
    const { sheet } = this.#options;
    const { members } = sheet.state;
    if (members) sheet.set({ members: membersAfter(members, event) });
  }

  async #load(): Promise<void> {
    const { room, sheet, members: api, me, know } = this.#options;
    const members = await everyPage((cursor) => api.list(room, cursor));
    know(members.flatMap(({ user }) => (user ? [user] : [])));
    sheet.set({
      members: this.#meanwhile.reduce(membersAfter, members),
      ...markedByMembers(sheet.state, me(), members),
    });
  }
}
