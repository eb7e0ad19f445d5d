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
      <div className="space-y-8">
        <PrivacySwitch
          name="read_receipts"
          isOn={(settings) => settings.read_receipts !== false}
          toSetting={(on) => ({ read_receipts: on })}
        />
        <PrivacySwitch
          name="friends_only"
          isOn={(settings) => settings.who_may_write === 'friends'}
          toSetting={(on) => ({ who_may_write: on ? 'friends' : 'everyone' })}
        />
      </div>
    </SettingsSection>
  );
}

type Settings = Readonly<Record<string, unknown>>;

interface PrivacySwitchProps {
  /** Of its texts. */
  readonly name: 'read_receipts' | 'friends_only';
  readonly isOn: (settings: Settings) => boolean;
  readonly toSetting: (on: boolean) => Settings;
}

function PrivacySwitch({ name, isOn, toSetting }: PrivacySwitchProps) {
  const { t } = useTranslation('settings');
  const id = useId();
  const client = useClient();
  const { settings } = useMe();
  const problemText = useProblemText();
  const [wish, setWish] = useState<boolean | null>(null);
  const [error, setError] = useState<unknown>();

  const choose = async (on: boolean) => {
    setWish(on);
    setError(undefined);
    try {
      await client.updateMe({ settings: { ...settings, ...toSetting(on) } });
    } catch (problem) {
      setError(problem);
    } finally {
      setWish(null);
    }
  };

  return (
    <div>
      <div className="flex items-start gap-4">
        <label htmlFor={id} className="min-w-0 flex-1">
          <span className="font-medium">{t(`privacy.${name}.label`)}</span>
          <span className="mt-1 block text-sm text-ink-faint">{t(`privacy.${name}.hint`)}</span>
        </label>
        <Switch id={id} checked={wish ?? isOn(settings)} onChange={(on) => void choose(on)} />
      </div>
      {error !== undefined && (
        <p role="alert" className="mt-3 text-sm text-danger-ink">
          {t('privacy.failed', { why: problemText(error) })}
        </p>
      )}
    </div>
  );
}
