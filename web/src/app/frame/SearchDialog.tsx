import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Search } from '@/features/search/Search';
import { Dialog } from '@/ui/Dialog';
import { Queries } from '@/client/Queries';
import { placeOfMessage } from './placeOfMessage';
import { useSearchWish } from './useSearchWish';

export interface SearchDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Finds messages of all rooms. The browser's back leads from a message to what was found with it. */
export default function SearchDialog(props: SearchDialogProps) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const [wish, setWish] = useSearchWish();
  return (
    <Dialog {...props} tall title={t('title')} closeLabel={t('close')}>
      <Queries>
        <Search
          wish={wish}
          inRoom={false}
          onWish={setWish}
          onOpen={(message) => void navigate(placeOfMessage(message))}
        />
      </Queries>
    </Dialog>
  );
}
