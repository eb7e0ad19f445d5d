import { useState } from 'react';
import { ProblemError, type Export } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { localeOf } from '@/i18n/languages';
import { useDates } from '@/i18n/useDates';
import { Button } from '@/ui/Button';
import { saveAs } from './saveAs';
import { useExports } from './useExports';

/** Has a copy of one's data made, and fetches it. */
export function ExportSection() {
  const { t } = useTranslation('data');
  const problemText = useProblemText();
  const { ownData } = useClient().api;
  const { newest, isLoading, error: unknown, begin } = useExports();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const download = async ({ export_id }: Export) =>
    saveAs(await ownData.exportFile(export_id), 'ting-ting.json');
  const told = (problem: unknown) => {
    const code = problem instanceof ProblemError ? problem.code : undefined;
    if (code === 'conflict') return t('export.busy');
    return code === 'rate_limited' ? t('export.often') : problemText(problem);
  };
  const problem = error ?? unknown;
  const making = newest?.finished_at === null;
  const ready = newest?.state === 'ready' && newest.here ? newest : undefined;

  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('export.title')}</h2>
      <p className="mb-4 text-ink-soft">{t('export.text')}</p>
      <div role="status" className="mb-4 empty:hidden">
        {newest && <ExportState copy={newest} />}
      </div>
      {problem != null && (
        <p role="alert" className="mb-4 text-sm text-danger-ink">
          {told(problem)}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {ready && (
          <Button busy={busy} onClick={() => void attempt(() => download(ready))}>
            {t('export.download')}
          </Button>
        )}
        <Button
          variant="secondary"
          busy={(busy && !ready) || making}
          disabled={isLoading}
          onClick={() => void attempt(begin)}
        >
          {t('export.begin')}
        </Button>
      </div>
    </section>
  );
}

function ExportState({ copy }: { copy: Export }) {
  const { t, i18n } = useTranslation('data');
  const { exact } = useDates();
  if (copy.finished_at === null) return <p>{t('export.making')}</p>;
  if (copy.state === 'failed') return <p className="text-danger-ink">{t('export.failed')}</p>;
  if (!copy.here) return <p>{t('export.elsewhere')}</p>;
  const size = new Intl.NumberFormat(localeOf(i18n.language), {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.ceil((copy.size ?? 0) / 1000));
  return (
    <>
      <p className="text-success-ink">{t('export.ready', { size })}</p>
      <p className="text-sm text-ink-soft">
        {t('export.until', { when: exact(new Date(copy.expires_at)) })}
      </p>
    </>
  );
}
