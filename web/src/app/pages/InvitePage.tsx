import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Invitation } from '@/features/invitation/Invitation';
import { Queries } from '@/client/Queries';
import { useTitle } from '../useTitle';

/** Where a link into a room leads. */
export function Component() {
  const { t } = useTranslation('invitation');
  const { code = '' } = useParams();
  const navigate = useNavigate();
  useTitle(t('title'));
  return (
    <Queries>
      <main className="grid h-full place-items-center overflow-y-auto p-6">
        <Invitation
          key={code}
          code={code}
          homeAt="/app"
          onJoined={(room) => void navigate(`/app/rooms/${room}`, { replace: true })}
        />
      </main>
    </Queries>
  );
}
