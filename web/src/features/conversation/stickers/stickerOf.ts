import { entryText, isOutgoing, type Entry } from '../timeline/entry';

export interface SentSticker {
  readonly url: string;
  readonly emoji: string;
}

/** The sticker that a message is. Pictures from elsewhere are none, whatever a message is called. */
export function stickerOf(entry: Entry): SentSticker | null {
  const { kind, file_url: url } = isOutgoing(entry) ? entry.draft : entry;
  if (kind !== 'sticker' || !url?.startsWith('/media/stickers/')) return null;
  return { url, emoji: entryText(entry) };
}
