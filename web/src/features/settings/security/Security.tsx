import { useTranslation } from 'react-i18next';
import { SettingsSection } from '../SettingsSection';
import { Passkeys } from '../passkeys/Passkeys';
import { SecondFactor } from './SecondFactor';

/** What protects the account beside the password. */
export function Security({ backTo }: { backTo: string }) {
  const { t } = useTranslation('settings');
  return (
    <SettingsSection title={t('security.title')} backTo={backTo}>
      <div className="flex flex-col gap-10">
        <SecondFactor />
        <Passkeys />
      </div>
    </SettingsSection>
  );
}
