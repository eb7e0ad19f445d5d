import { lazy } from 'react';
import type { RoomId } from '@tingting/sdk';
import { useNavigate } from 'react-router';
import Details from '@/features/details/Details';
import { useSearchFlag } from '../useSearchFlag';
import { Queries } from '@/client/Queries';
import { peopleDialogs } from './peopleDialog';
import type { RoomPanel } from './roomPanel';
import { useShowMessage } from './useShowMessage';

const InvitesPanel = lazy(() => import('@/features/details/invites/InvitesPanel'));
const JoinRequestsPanel = lazy(() => import('@/features/details/requests/JoinRequestsPanel'));
const PinsPanel = lazy(() => import('@/features/conversation/pins/PinsPanel'));
const SearchPanel = lazy(() => import('./SearchPanel'));
const SettingsPanel = lazy(() => import('@/features/details/settings/SettingsPanel'));

export interface PanelOfProps {
  readonly roomId: RoomId;
  readonly panel: RoomPanel;
  /** It stands beside the conversation, not over it. */
  readonly beside: boolean;
  readonly onShow: (panel: RoomPanel | null) => void;
}

/** What the right column shows of a room. */
export default function PanelOf(props: PanelOfProps) {
  return (
    <Queries>
      <Chosen {...props} />
    </Queries>
  );
}

function Chosen({ roomId, panel, beside, onShow }: PanelOfProps) {
  const navigate = useNavigate();
  const [, showPeople] = useSearchFlag('new', peopleDialogs);
  const showMessage = useShowMessage();
  const onClose = () => onShow(null);
  const onBack = () => onShow('details');
  const onLeft = () => void navigate('/app', { replace: true });
  switch (panel) {
    case 'details':
      return (
        <Details
          roomId={roomId}
          onClose={onClose}
          onShow={onShow}
          onAddMembers={() => showPeople('members')}
          onOpenRoom={(id) => void navigate(`/app/rooms/${id}`)}
          onLeft={onLeft}
        />
      );
    case 'pins':
      return (
        <PinsPanel {...{ roomId, onClose }} onShow={(message) => showMessage(message, beside)} />
      );
    case 'settings':
      return <SettingsPanel {...{ roomId, onClose, onBack }} onDeleted={onLeft} />;
    case 'invites':
      return <InvitesPanel {...{ roomId, onClose, onBack }} />;
    case 'requests':
      return <JoinRequestsPanel {...{ roomId, onClose, onBack }} />;
    case 'search':
      return <SearchPanel {...{ roomId, onClose }} stays={beside} />;
  }
}
