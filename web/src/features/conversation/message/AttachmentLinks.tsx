import { Paperclip } from 'lucide-react';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';

/** Files by name. They are previewed once the app sends them itself. */
export function AttachmentLinks({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const files = message.attachments.map(({ url, name }) => ({ url, name }));
  if (files.length === 0 && message.file_url !== null && isOpenable(message.file_url)) {
    files.push({ url: message.file_url, name: t('attachment') });
  }
  return files.map(({ url, name }) => (
    <a
      key={url}
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      className="flex min-w-0 items-center gap-2 text-accent-ink underline-offset-2 hover:underline"
    >
      <Paperclip aria-hidden className="size-[18px] shrink-0" strokeWidth={1.75} />
      <span className="truncate">{name}</span>
    </a>
  ));
}

/** A path on this server or a web address; senders of other clients may put anything there. */
function isOpenable(url: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(url);
}
