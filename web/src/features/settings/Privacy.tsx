import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useProblemText } from '@/client/useProblemText';
import { Switch } from '@/ui/Switch';
import { SettingsSection } from './SettingsSection';

/** What others learn of oneself without being told. */
export function Privacy({ backTo }: { backTo: string }) {
  const { t } = useTranslation('settings');
  return (
    <SettingsSection title={t('privacy.title')} backTo={backTo}>
      <ReadReceipts />
    </SettingsSection>
  );
}

function ReadReceipts() {
  const { t } = useTranslation('settings');
  const id = useId();
  const client = useClient();
  const { settings } = useMe();
  const problemText = useProblemText();
  const [wish, setWish] = useState<boolean | null>(null);
  const [error, setError] = useState<unknown>();

  const choose = async (read_receipts: boolean) => {
    setWish(read_receipts);
    setError(undefined);
    try {
      await client.updateMe({ settings: { ...settings, read_receipts } });
    } catch (problem) {
      setError(problem);
    } finally {
      setWish(null);
    }
  };

  return (
    <>
      <div className="flex items-start gap-4">
        <label htmlFor={id} className="min-w-0 flex-1">
          <span className="font-medium">{t('privacy.read_receipts.label')}</span>
          <span className="mt-1 block text-sm text-ink-faint">
            {t('privacy.read_receipts.hint')}
          </span>
        </label>
        <Switch
          id={id}
          checked={wish ?? settings.read_receipts !== false}
          onChange={(on) => void choose(on)}
        />
      </div>
      {error !== undefined && (
        <p role="alert" className="mt-3 text-sm text-danger-ink">
          {t('privacy.failed', { why: problemText(error) })}
        </p>
      )}
    </>
  );
}
