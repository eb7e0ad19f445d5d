import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';

/**
 * A page that broke while it was drawn. What broke is in the browser's console, where React puts
 * it; here stands what helps: loading anew, which also fetches a newer version of the app.
 */
export function ErrorPage() {
  const { t } = useTranslation();
  return (
    <main className="grid h-full place-items-center">
      <EmptyState
        heading="h1"
        icon={TriangleAlert}
        title={t('broken.title')}
        text={t('broken.text')}
        action={<Button onClick={() => location.reload()}>{t('broken.reload')}</Button>}
      />
    </main>
  );
}
