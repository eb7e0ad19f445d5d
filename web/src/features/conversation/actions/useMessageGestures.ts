import { useMemo, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Message } from '@tingting/sdk';
import { useMe } from '@/client/useMe';
import { useRoom } from '@/client/useRoom';
import { matches } from '@/shortcuts/matches';
import type { ShortcutId } from '@/shortcuts/shortcuts';
import { isByTouch, watchLongPress } from '@/ui/longPress';
import { useColumn } from '../column/useColumn';
import { isOutgoing } from '../timeline/entry';
import type { TimelineRow } from '../timeline/rows';
import { useConversation } from '../useConversation';
import { actionsFor, type MessageAction } from './actionsFor';
import { useAct } from './useAct';

/** On a message that has the keyboard. */
const keys = [
  ['edit_message', 'edit'],
  ['reply', 'reply'],
  ['react', 'react'],
] as const satisfies readonly [ShortcutId, MessageAction][];

/** The ways to the actions of the messages in these rows: context menu, long press, keys. */
export function useMessageGestures(rows: readonly TimelineRow[]) {
  const column = useColumn();
  const me = useMe().user_id;
  const room = useRoom(useConversation().roomId);
  const act = useAct();

  return useMemo(() => {
    const messageAt = (target: EventTarget): Message | null => {
      const element = target instanceof Element ? target.closest('[data-index]') : null;
      const row = rows[Number(element?.getAttribute('data-index') ?? -1)];
      if (row?.kind !== 'message' || isOutgoing(row.entry)) return null;
      return row.entry.recalled_at === null ? row.entry : null;
    };
    return {
      onContextMenu(event: MouseEvent) {
        const message = messageAt(event.target);
        if (!message || isForBrowser(event)) return;
        event.preventDefault();
        if (isByTouch(event)) return; // the long press has opened the sheet
        const { clientX: left, clientY: top } = event;
        const at = { left, top, width: 0, height: 0 };
        column.setState({ overlay: { kind: 'menu', message, at } });
      },
      onPointerDown(event: PointerEvent) {
        const message = event.pointerType === 'touch' ? messageAt(event.target) : null;
        if (!message) return;
        watchLongPress(event.nativeEvent, () =>
          column.setState({ overlay: { kind: 'sheet', message } }),
        );
      },
      onKeyDown(event: KeyboardEvent) {
        const action = keys.find(([id]) => matches(id, event))?.[1];
        const { target } = event;
        if (!action || !(target instanceof HTMLElement && target.matches('[data-message]'))) return;
        const message = messageAt(target);
        if (!message || !room || !actionsFor(message, { me, room }).includes(action)) return;
        event.preventDefault();
        act(action, message, target.getBoundingClientRect());
      },
    };
  }, [rows, column, me, room, act]);
}

/** A link has a menu of its own, and so has what is selected. */
function isForBrowser({ target }: MouseEvent): boolean {
  const link = target instanceof Element && target.closest('a, textarea') !== null;
  return link || window.getSelection()?.isCollapsed === false;
}
