import { useTranslation } from 'react-i18next';
import { SettingsSection } from '../SettingsSection';
import { CloseAccount } from './CloseAccount';
import { ExportSection } from './ExportSection';

/** Taking one's data along, and closing one's account for now or for good. */
export function OwnData({ backTo }: { backTo: string }) {
  const { t } = useTranslation('data');
  return (
    <SettingsSection title={t('title')} backTo={backTo}>
      <div className="flex flex-col gap-10">
        <ExportSection />
        <CloseAccount kind="deactivate" />
        <CloseAccount kind="erase" />
      </div>
    </SettingsSection>
  );
}
