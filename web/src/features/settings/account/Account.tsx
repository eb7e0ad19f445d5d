import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { SettingsSection } from '../SettingsSection';
import { EmailSettings } from './EmailSettings';
import { NoPassword } from './NoPassword';
import { PasswordForm } from './PasswordForm';
import { Providers } from './Providers';

/** What one signs in with. */
export function Account({ backTo }: { backTo: string }) {
  const { t } = useTranslation('settings');
  const { has_password } = useMe();
  return (
    <SettingsSection title={t('account.title')} backTo={backTo}>
      <div className="flex flex-col gap-10">
        <EmailSettings />
        {has_password ? <PasswordForm /> : <NoPassword />}
        <Providers />
      </div>
    </SettingsSection>
  );
}
