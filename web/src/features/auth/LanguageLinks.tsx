import { useTranslation } from 'react-i18next';
import { changeLanguage } from '@/i18n/i18n';
import { languageCodes, languages } from '@/i18n/languages';
import { cn } from '@/ui/cn';

/** The languages under their own names, for those who cannot read the one they got. */
export function LanguageLinks() {
  const { t, i18n } = useTranslation('auth');
  return (
    <ul
      aria-label={t('languages')}
      className="flex shrink-0 justify-center gap-1 pt-2 pb-[max(16px,env(safe-area-inset-bottom))]"
    >
      {languageCodes.map((code) => (
        <li key={code}>
          <button
            type="button"
            lang={code}
            aria-pressed={code === i18n.language}
            className={cn(
              'h-9 touch-target rounded-md px-3 text-sm transition-colors hover:bg-hover',
              code === i18n.language ? 'font-medium text-ink' : 'text-ink-faint',
            )}
            onClick={() => void changeLanguage(code)}
          >
            {languages[code]}
          </button>
        </li>
      ))}
    </ul>
  );
}
