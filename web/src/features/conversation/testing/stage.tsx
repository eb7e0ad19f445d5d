import '@/ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { messageId } from '@tingting/sdk';
import { ClientContext } from '@/client/ClientContext';
import { startI18n } from '@/i18n/i18n';
import { Toaster } from '@/ui/toast/Toaster';
import { TooltipProvider } from '@/ui/Tooltip';
import { Conversation } from '../Conversation';
import { fakeClient } from './fakeClient';
import { FakeConversation } from './FakeConversation';
import { room as roomId } from './messages';
import { scenes } from './scenes';

/**
 * The column alone, in a real browser and with a room in memory, for the tests that are about
 * pixels. `?scene=` names the room, `?message=` a message to open at; `window.stage` is the
 * server's hand.
 */
const query = new URLSearchParams(location.search);
const scene = scenes[query.get('scene') ?? 'long']?.();
if (!scene) throw new Error('There is no such scene');
const { room, history, firstUnread, presence } = scene;
const conversation = new FakeConversation(
  roomId,
  scene.me,
  history,
  firstUnread,
  Number(query.get('latency') ?? 50),
);
const client = fakeClient({ room, conversation, presence });
scene.prepare?.(conversation);
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
const named = query.get('message');
const linked = named === null ? undefined : { message: messageId(named) };

declare global {
  interface Window {
    stage: { conversation: FakeConversation; client: typeof client };
  }
}
window.stage = { conversation, client };

await startI18n(query.get('language') === 'vi' ? 'vi' : 'en');
const root = document.getElementById('root');
if (!root) throw new Error('stage.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MemoryRouter>
      <ClientContext value={client}>
        <TooltipProvider delayDuration={200}>
          <main className="flex h-full flex-col bg-surface">
            <Conversation
              roomId={roomId}
              linked={linked}
              backTo="/app"
              panel={null}
              onPanel={() => undefined}
            />
          </main>
          <Toaster label="Notices" closeLabel="Close" />
        </TooltipProvider>
      </ClientContext>
    </MemoryRouter>
  </StrictMode>,
);
