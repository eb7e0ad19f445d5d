import type { Conversation, RoomDraft, RoomId, TingTing } from '@tingting/sdk';
import { NetworkError, ProblemError } from '@tingting/sdk';
import { nothingWritten, type Column, type Writing } from '../column/column';
import type { UnsavedDrafts } from './UnsavedDrafts';

/** So long after the last key a draft is saved, milliseconds. */
export const rest = 1000;

/** What stands in the composer when a room is opened: one's own newest words, wherever written. */
export function writingOf(draft: RoomDraft | null): Writing {
  return draft ? { content: draft.content, replyTo: draft.reply_to } : nothingWritten;
}

/**
 * Keeps the draft of one room while it is open: on this device, on the server, and in step with what
 * one writes on another device as long as nothing is being written here.
 */
export class DraftKeeper {
  private readonly room: RoomId;
  private readonly stops: (() => void)[];
  /** What came from the server is not sent back to it. */
  private taken: Writing | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: TingTing,
    private readonly conversation: Conversation,
    private readonly column: Column,
    private readonly drafts: UnsavedDrafts,
  ) {
    this.room = conversation.roomId;
    this.stops = [
      column.subscribe(({ writing }, before) => {
        if (writing !== before.writing) this.written(writing);
      }),
      client.rooms.subscribe(({ byId }, before) => {
        const draft = byId.get(this.room)?.draft ?? null;
        if (draft !== (before.byId.get(this.room)?.draft ?? null)) this.told(draft);
      }),
      client.connection.subscribe(({ status }, before) => {
        if (status === 'online' && before.status !== 'online') void this.save();
      }),
    ];
  }

  /** Saves what is not saved, and follows the room no longer. */
  stop(): void {
    for (const stop of this.stops) stop();
    void this.save();
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    this.drafts.flush();
    const writing = this.drafts.read(this.room);
    if (!writing) return;
    try {
      if (!this.isKnown(writing)) await this.conversation.saveDraft(toSave(writing));
      this.drafts.saved(this.room, writing);
    } catch (error) {
      // It stays on this device, and goes with the next connection or the next words.
      if (!(error instanceof NetworkError || error instanceof ProblemError)) throw error;
    }
  }

  private written(writing: Writing): void {
    if (writing === this.taken) return;
    this.drafts.write(this.room, writing);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), rest);
  }

  /** From the server; what comes back of one's own words is no news. */
  private told(draft: RoomDraft | null): void {
    const now = this.column.getState().writing;
    if (this.drafts.read(this.room) !== null || sameText(toSave(now), draft)) return;
    this.taken = writingOf(draft);
    this.column.setState({ writing: this.taken });
  }

  private isKnown(writing: Writing): boolean {
    const room = this.client.rooms.getState().byId.get(this.room);
    return sameText(toSave(writing), room?.draft ?? null);
  }
}

const toSave = ({ content, replyTo }: Writing) => ({
  content: content.trim() === '' ? '' : content,
  ...(replyTo !== null && { reply_to: replyTo }),
});

function sameText(text: ReturnType<typeof toSave>, draft: RoomDraft | null): boolean {
  if (text.content === '' || draft === null) return text.content === (draft?.content ?? '');
  return text.content === draft.content && (text.reply_to ?? null) === draft.reply_to;
}
