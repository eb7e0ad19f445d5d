import { useCallback, type ReactNode } from 'react';
import type { Room } from '@tingting/sdk';
import { Queries } from '@/client/Queries';
import { MessageMenu } from '../actions/MessageMenu';
import { MessageSheet } from '../actions/MessageSheet';
import type { Overlay } from '../column/column';
import { useColumn } from '../column/useColumn';
import { HistoryDialog } from '../edit/HistoryDialog';
import { ForwardDialog } from '../forward/ForwardDialog';
import { ReactionPicker } from '../reactions/ReactionPicker';
import { ReactorsDialog } from '../reactions/ReactorsDialog';
import { ReportMessage } from '../report/ReportMessage';
import { PickTimeDialog } from '../schedule/PickTimeDialog';
import { ScheduledDialog } from '../schedule/ScheduledDialog';
import { ScheduleMenu } from '../schedule/ScheduleMenu';

interface OverlaysProps {
  readonly overlay: Overlay;
  readonly room: Room;
}

export default function Overlays({ overlay, room }: OverlaysProps): ReactNode {
  return (
    <Queries>
      <OverlayView overlay={overlay} room={room} />
    </Queries>
  );
}

function OverlayView({ overlay, room }: OverlaysProps) {
  const column = useColumn();
  // What closes may have been followed by something else already.
  const close = useCallback(() => {
    if (column.getState().overlay === overlay) column.setState({ overlay: null });
  }, [column, overlay]);

  switch (overlay.kind) {
    case 'menu':
      return <MessageMenu message={overlay.message} at={overlay.at} onClose={close} />;
    case 'sheet':
      return <MessageSheet message={overlay.message} onClose={close} />;
    case 'picker':
      return <ReactionPicker message={overlay.message} at={overlay.at} onClose={close} />;
    case 'reactors':
      return <ReactorsDialog message={overlay.message} onClose={close} />;
    case 'history':
      return <HistoryDialog message={overlay.message} onClose={close} />;
    case 'forward':
      return <ForwardDialog message={overlay.message} onClose={close} />;
    case 'report':
      return <ReportMessage message={overlay.message} onClose={close} />;
    case 'schedule':
      return <ScheduleMenu at={overlay.at} onClose={close} />;
    case 'pick_time':
      return <PickTimeDialog onClose={close} />;
    case 'scheduled':
      return <ScheduledDialog room={room} onClose={close} />;
  }
}
