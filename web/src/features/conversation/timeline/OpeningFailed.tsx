import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';

export function OpeningFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('conversation');
  const problemText = useProblemText();
  return (
    <div role="alert" className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <EmptyState
        icon={CloudOff}
        title={t('failed_title')}
        text={problemText(error)}
        action={
          <Button variant="secondary" onClick={onRetry}>
            {t('try_again')}
          </Button>
        }
      />
    </div>
  );
}
