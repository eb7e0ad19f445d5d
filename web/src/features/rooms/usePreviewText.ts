import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { useUser } from '@/client/useUser';
import { oneLine, previewOf, type Preview } from './preview';

export interface PreviewText {
  readonly text: string;
  readonly quiet: boolean;
  /** Stands in front of what one has begun to write here. */
  readonly draft?: string;
}

/** The preview in words, with who said it in front: "An: …", "You: …"; a draft comes first. */
export function usePreviewText(room: Room, open: boolean): PreviewText {
  const { t } = useTranslation('rooms');
  const preview = previewOf(room, useMe().user_id);
  const member =
    preview.kind !== 'empty' && preview.by.who === 'member' ? preview.by.userId : undefined;
  const name = useUser(member)?.display_name;

  // In the open room the draft stands in the composer.
  if (room.draft && !open) {
    return { text: oneLine(room.draft.content), quiet: false, draft: t('preview.draft') };
  }
  const what = words(preview);
  const quiet = preview.kind === 'empty' || preview.kind === 'recalled';
  if (preview.kind === 'empty') return { text: what, quiet };
  if (preview.by.who === 'me') return { text: t('preview.by_me', { what }), quiet };
  if (name === undefined) return { text: what, quiet };
  return { text: t('preview.by_member', { name, what }), quiet };

  function words(shown: Preview): string {
    if (shown.kind === 'text') return shown.text;
    if (shown.kind === 'file') return shown.name ?? t('preview.file');
    if (shown.kind === 'sticker') return t('preview.sticker', { emoji: shown.emoji }).trim();
    return t(`preview.${shown.kind}`);
  }
}
