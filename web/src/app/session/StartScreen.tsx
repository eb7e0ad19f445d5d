import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { Logo } from '@/ui/Logo';

export interface StartScreenProps {
  readonly unreachable?: boolean;
  readonly onRetry?: () => void;
}

/** The first thing one sees: the mark, and only if it takes long a word about why. */
export function StartScreen({ unreachable = false, onRetry }: StartScreenProps) {
  const { t } = useTranslation();
  return (
    <main className="grid h-full place-items-center p-6">
      <div className="flex animate-late-in flex-col items-center text-center">
        <Logo size={56} />
        <h1 className="sr-only">Ting Ting</h1>
        <div role="status" className="mt-6 min-h-24">
          {unreachable ? (
            <>
              <p className="text-lg font-semibold">{t('start.unreachable_title')}</p>
              <p className="mt-1 text-ink-soft">{t('start.unreachable_text')}</p>
              {onRetry && (
                <Button variant="secondary" className="mt-5" onClick={onRetry}>
                  {t('try_now')}
                </Button>
              )}
            </>
          ) : (
            <p className="text-ink-faint">{t('start.opening')}</p>
          )}
        </div>
      </div>
    </main>
  );
}
