import { useEffect } from 'react';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useColumn } from '../column/useColumn';
import { useConversation } from '../useConversation';
import { DraftKeeper } from './DraftKeeper';
import { unsavedDraftsOf } from './unsavedDraftsOf';

/** What is written in this column survives leaving the room, a reload, and a change of the device. */
export function useKeptDraft(): void {
  const client = useClient();
  const me = useMe().user_id;
  const conversation = useConversation();
  const column = useColumn();

  useEffect(() => {
    const keeper = new DraftKeeper(client, conversation, column, unsavedDraftsOf(client, me));
    const save = () => void keeper.save();
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      keeper.stop();
    };
  }, [client, me, conversation, column]);
}
