import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { changeLanguage } from '@/i18n/i18n';
import { isLanguage, languageCodes, languages, type Language } from '@/i18n/languages';
import { Choice } from '@/ui/Choice';
import { themes, useTheme } from '@/ui/theme/theme';
import { SettingsSection } from './SettingsSection';

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/** The theme stays on this device; the language follows to others, and mails speak it. */
export function Appearance({ backTo }: { backTo: string }) {
  const { t, i18n } = useTranslation('settings');
  const theme = useTheme((state) => state.theme);
  const choose = useTheme((state) => state.choose);
  const client = useClient();
  const speak = async (language: Language) => {
    await changeLanguage(language);
    // This device speaks it whether the server knows or not.
    await client.updateMe({ settings: { language } }).catch(() => undefined);
  };
  return (
    <SettingsSection title={t('appearance.title')} backTo={backTo}>
      <div className="flex flex-col gap-8">
        <section>
          <h2 className="mb-2 text-sm font-medium">{t('appearance.theme')}</h2>
          <Choice
            label={t('appearance.theme')}
            value={theme}
            options={themes.map((value) => ({
              value,
              label: t(`appearance.themes.${value}`),
              icon: icons[value],
            }))}
            onChange={choose}
          />
        </section>
        <section>
          <h2 className="mb-2 text-sm font-medium">{t('appearance.language')}</h2>
          <Choice
            label={t('appearance.language')}
            value={isLanguage(i18n.language) ? i18n.language : 'en'}
            options={languageCodes.map((value) => ({ value, label: languages[value] }))}
            onChange={(language) => void speak(language)}
          />
        </section>
      </div>
    </SettingsSection>
  );
}
