import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '@/i18n/i18n';
import { isLanguage, languageCodes, languages } from '@/i18n/languages';
import { Choice } from '@/ui/Choice';
import { themes, useTheme } from '@/ui/theme/theme';
import { SettingsSection } from './SettingsSection';

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/** Theme and language: they take effect at once and stay on this device. */
export function Appearance({ backTo }: { backTo: string }) {
  const { t, i18n } = useTranslation('settings');
  const theme = useTheme((state) => state.theme);
  const choose = useTheme((state) => state.choose);
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
            onChange={(language) => void changeLanguage(language)}
          />
        </section>
      </div>
    </SettingsSection>
  );
}
