import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { useTitle } from '../useTitle';

export function NotFoundPage() {
  const { t } = useTranslation();
  useTitle(t('not_found.title'));
  return (
    <main className="grid h-full place-items-center">
      <EmptyState
        heading="h1"
        icon={Compass}
        title={t('not_found.title')}
        text={t('not_found.text')}
        action={
          <Button asChild>
            <Link to="/app">{t('not_found.home')}</Link>
          </Button>
        }
      />
    </main>
  );
}
