import { useTranslation } from 'react-i18next';
import { SettingsSection } from '../SettingsSection';
import { SecondFactor } from './SecondFactor';

/** What protects the account beside the password. */
export function Security({ backTo }: { backTo: string }) {
  const { t } = useTranslation('settings');
  return (
    <SettingsSection title={t('security.title')} backTo={backTo}>
      <SecondFactor />
    </SettingsSection>
  );
}
