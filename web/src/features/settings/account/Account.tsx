import { useTranslation } from 'react-i18next';
import { SettingsSection } from '../SettingsSection';
import { EmailSettings } from './EmailSettings';
import { PasswordForm } from './PasswordForm';

/** What one signs in with. */
export function Account({ backTo }: { backTo: string }) {
  const { t } = useTranslation('settings');
  return (
    <SettingsSection title={t('account.title')} backTo={backTo}>
      <div className="flex flex-col gap-10">
        <EmailSettings />
        <PasswordForm />
      </div>
    </SettingsSection>
  );
}
