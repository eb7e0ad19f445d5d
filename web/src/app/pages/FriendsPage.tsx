import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Queries } from '@/client/Queries';
import { Friends } from '@/features/friends/Friends';
import { peopleDialogs } from '../frame/peopleDialog';
import { useSearchFlag } from '../useSearchFlag';
import { useTitle } from '../useTitle';

export function Component() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const [, showPeople] = useSearchFlag('new', peopleDialogs);
  useTitle(t('ties.title'));
  return (
    <Queries>
      <main className="flex min-w-0 flex-1 flex-col bg-surface">
        <Friends
          backTo="/app"
          onAdd={() => showPeople('friend')}
          onOpenRoom={(room) => void navigate(`/app/rooms/${room}`)}
        />
      </main>
    </Queries>
  );
}
