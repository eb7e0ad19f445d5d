import { useMutation } from '@tanstack/react-query';
import { ProblemError, type Provider, type ProviderLink } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';

export interface ProviderRowProps {
  readonly provider: Provider;
  readonly link: ProviderLink | undefined;
  readonly onUnlinked: () => void;
}

/** One provider: who one is there, or the way to tell. */
export function ProviderRow({ provider: { provider, name }, link, onUnlinked }: ProviderRowProps) {
  const { t } = useTranslation('oauth');
  const client = useClient();
  const problemText = useProblemText();
  const change = useMutation({
    async mutationFn() {
      if (link) {
        await client.api.oauth.unlink(provider);
        onUnlinked();
      } else {
        location.assign((await client.api.oauth.link(provider, '/app/settings/account')).url);
      }
    },
  });
  const { error } = change;
  const lastWay = error instanceof ProblemError && error.code === 'conflict';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name}</p>
        <p className="truncate text-sm text-ink-soft">{link?.label ?? t('links.none')}</p>
      </div>
      <Button
        variant="secondary"
        busy={change.isPending}
        aria-label={t(link ? 'links.remove_named' : 'links.add_named', { name })}
        onClick={() => change.mutate()}
      >
        {t(link ? 'links.remove' : 'links.add')}
      </Button>
      {error !== null && (
        <p role="alert" className="w-full text-sm text-danger-ink">
          {lastWay ? t('links.last') : problemText(error)}
        </p>
      )}
    </li>
  );
}
