import { messageId, type RoomId, type UserId } from '@tingting/sdk';
import type { Writing } from '../column/column';

/** Where drafts survive a reload; `localStorage` in the app. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What one has begun to write and the server does not have yet, by room. Memory answers at once; the
 * storage follows with `flush`, so that a key press never waits for a disk. Drafts are kept apart by
 * user: on a shared machine nobody finds another's words.
 */
export class UnsavedDrafts {
  /** Null: known to have none. */
  private readonly drafts = new Map<RoomId, Writing | null>();
  private readonly unstored = new Set<RoomId>();

  constructor(
    readonly user: UserId,
    private readonly storage: DraftStorage,
  ) {}

  read(room: RoomId): Writing | null {
    const known = this.drafts.get(room);
    if (known !== undefined) return known;
    const stored = this.stored(room);
    this.drafts.set(room, stored);
    return stored;
  }

  write(room: RoomId, writing: Writing): void {
    this.drafts.set(room, writing);
    this.unstored.add(room);
  }

  /** The server has this one; what was written since then stays. */
  saved(room: RoomId, writing: Writing): void {
    if (this.drafts.get(room) !== writing) return;
    this.drafts.set(room, null);
    this.unstored.add(room);
    this.flush();
  }

  /** Writes what changed. A full or forbidden storage costs the drafts of the next visit only. */
  flush(): void {
    for (const room of this.unstored) {
      const writing = this.drafts.get(room);
      try {
        if (writing) this.storage.setItem(this.key(room), JSON.stringify(writing));
        else this.storage.removeItem(this.key(room));
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    }
    this.unstored.clear();
  }

  private stored(room: RoomId): Writing | null {
    try {
      return writingIn(this.storage.getItem(this.key(room)));
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }

  private key(room: RoomId): string {
    return `tingting.draft.${this.user}.${room}`;
  }
}

/** Null for what nobody here has written. */
function writingIn(text: string | null): Writing | null {
  if (text === null) return null;
  try {
    const { content, replyTo } = JSON.parse(text) as Record<string, unknown>;
    if (typeof content !== 'string') return null;
    return { content, replyTo: typeof replyTo === 'string' ? messageId(replyTo) : null };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
