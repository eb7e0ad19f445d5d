import { useState } from 'react';
import type { Room } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { writingOf } from '../composer/DraftKeeper';
import { unsavedDraftsOf } from '../composer/unsavedDraftsOf';
import { createColumn, type Column } from './column';

/** A column for this room, with what one had begun to write in it. */
export function useNewColumn(room: Room): Column {
  const drafts = unsavedDraftsOf(useClient(), useMe().user_id);
  const [column] = useState(() => createColumn(drafts.read(room.room_id) ?? writingOf(room.draft)));
  return column;
}
