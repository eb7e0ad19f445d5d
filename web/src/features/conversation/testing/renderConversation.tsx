import type { TingTing } from '@tingting/sdk';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { ClientContext } from '@/client/ClientContext';
import { TooltipProvider } from '@/ui/Tooltip';
import { Conversation, type ConversationProps } from '../Conversation';
import { room } from './messages';

/** The column with this client around it, in whichever language was started. */
export function renderConversation(client: TingTing, props: Partial<ConversationProps> = {}) {
  return render(
    <MemoryRouter>
      <ClientContext value={client}>
        <TooltipProvider>
          <Conversation
            roomId={room}
            backTo="/app"
            detailsOpen={false}
            onToggleDetails={() => undefined}
            {...props}
          />
        </TooltipProvider>
      </ClientContext>
    </MemoryRouter>,
  );
}
