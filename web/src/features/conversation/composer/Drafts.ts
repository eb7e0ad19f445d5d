import type { RoomId, UserId } from '@tingting/sdk';

/** Where drafts survive a reload; `localStorage` in the app. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What one has begun to write, by room. Memory answers at once; the storage follows with `flush`,
 * so that a key press never waits for a disk. Drafts are kept apart by user: on a shared machine
 * nobody finds another's words.
 */
export class Drafts {
  private readonly texts = new Map<RoomId, string>();
  private readonly unsaved = new Set<RoomId>();

  constructor(
    readonly user: UserId,
    private readonly storage: DraftStorage,
  ) {}

  read(room: RoomId): string {
    const known = this.texts.get(room);
    if (known !== undefined) return known;
    const stored = this.stored(room);
    this.texts.set(room, stored);
    return stored;
  }

  write(room: RoomId, text: string): void {
    this.texts.set(room, text);
    this.unsaved.add(room);
  }

  /** Writes what changed. A full or forbidden storage costs the drafts of the next visit only. */
  flush(): void {
    for (const room of this.unsaved) {
      const text = this.texts.get(room) ?? '';
      try {
        if (text.trim() === '') this.storage.removeItem(this.key(room));
        else this.storage.setItem(this.key(room), text);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    }
    this.unsaved.clear();
  }

  private stored(room: RoomId): string {
    try {
      return this.storage.getItem(this.key(room)) ?? '';
    } catch (error) {
      if (error instanceof DOMException) return '';
      throw error;
    }
  }

  private key(room: RoomId): string {
    return `tingting.draft.${this.user}.${room}`;
  }
}
