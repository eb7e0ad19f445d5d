import type { TingTing } from '@tingting/sdk';
import type { Language } from '@/i18n/languages';
import { render } from '@/testing/render';
import { Conversation } from '../Conversation';
import { room } from './messages';

/** The column over this client. */
export function renderConversation(client: TingTing, language: Language = 'en') {
  const column = (
    <Conversation roomId={room} backTo="/app" panel={null} onPanel={() => undefined} />
  );
  return render(column, { client, language });
}
