import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProviders } from '@/client/useProviders';
import { Button } from '@/ui/Button';

/** The ways in that need no password here; nothing where there are none. */
export function ProviderButtons({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation('oauth');
  const client = useClient();
  const providers = useProviders();
  if (providers.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-6 flex flex-col gap-3">
      <p className="flex items-center gap-3 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      {providers.map(({ provider, name }) => (
        <Button key={provider} asChild variant="secondary" size="lg">
          <a href={client.api.oauth.signInUrl(provider, returnTo)}>{t('continue', { name })}</a>
        </Button>
      ))}
    </section>
  );
}
