import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useClient } from '@/client/useClient';
import { useProviderProblem } from '@/client/useProviderProblem';
import { useProviders } from '@/client/useProviders';
import { Notice } from '@/ui/Notice';
import { ProviderRow } from './ProviderRow';

/** The providers' identities that open one's account; nothing where there are no providers. */
export function Providers() {
  const { t } = useTranslation('oauth');
  const client = useClient();
  const [search] = useSearchParams();
  const problem = useProviderProblem(search.get('problem'));
  const providers = useProviders();
  const { data: links, refetch } = useQuery({
    queryKey: ['provider-links'],
    queryFn: ({ signal }) => client.api.oauth.links({ signal }),
    enabled: providers.length > 0,
    // One comes back here from linking.
    staleTime: 0,
  });
  if (!links) return null;
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('links.title')}</h2>
      <p className="mb-4 text-ink-soft">{t('links.text')}</p>
      {problem !== undefined && (
        <Notice tone="danger" className="mb-4">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <ul className="flex flex-col divide-y divide-line rounded-md ring-1 ring-line">
        {providers.map((one) => (
          <ProviderRow
            key={one.provider}
            provider={one}
            link={links.items.find(({ provider }) => provider === one.provider)}
            onUnlinked={() => void refetch()}
          />
        ))}
      </ul>
    </section>
  );
}
