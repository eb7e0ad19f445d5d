import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Search } from '@/features/search/Search';
import { Panel } from '@/ui/Panel';
import { useSearchWish } from './useSearchWish';
import { useShowMessage } from './useShowMessage';

export interface SearchPanelProps {
  readonly roomId: RoomId;
  /** Stays beside the message that was opened from it. */
  readonly stays: boolean;
  readonly onClose: () => void;
}

/** Finds messages of the open room. */
export default function SearchPanel({ roomId, stays, onClose }: SearchPanelProps) {
  const { t } = useTranslation('search');
  const showMessage = useShowMessage();
  const [wish, setWish] = useSearchWish();
  return (
    <Panel title={t('title_room')} closeLabel={t('close')} onClose={onClose}>
      <Search
        wish={{ ...wish, room: roomId }}
        inRoom
        takesFocus={stays}
        onWish={(next) => setWish({ ...next, room: null })}
        onOpen={(message) => showMessage(message, stays)}
      />
    </Panel>
  );
}
