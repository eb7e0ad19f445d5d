import { Check, Copy, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { Button } from '@/ui/Button';
import { useCopy } from '@/ui/useCopy';
import { StepButtons } from './StepButtons';

export interface CodesStepProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Shows the recovery codes, for keeping. */
export function CodesStep({ codes, onDone, onCancel }: CodesStepProps) {
  const { t } = useTranslation('security');
  const { username } = useMe();
  const { copied, copy } = useCopy(codes.join('\n'));
  const file = [t('second_factor.codes.file', { username }), '', ...codes, ''].join('\n');
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="font-medium">{t('second_factor.codes.step')}</h3>
        <p className="mt-1 text-ink-soft">{t('second_factor.codes.text')}</p>
      </div>
      <ul
        aria-label={t('second_factor.codes.list')}
        className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md bg-sunken px-4 py-3 font-mono text-base tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3 [&_svg]:size-4">
        <Button variant="secondary" onClick={copy}>
          {copied ? <Check className="text-success-ink" /> : <Copy />}
          {copied ? t('copied') : t('second_factor.codes.copy')}
        </Button>
        <Button variant="secondary" asChild>
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
            download="ting-ting-recovery-codes.txt"
          >
            <Download />
            {t('second_factor.codes.download')}
          </a>
        </Button>
      </div>
      <StepButtons onCancel={onCancel}>
        {/* What was pressed to get here is gone. */}
        {/* eslint-disable-next-line jsx-a11y-x/no-autofocus */}
        <Button autoFocus onClick={onDone}>
          {t('second_factor.codes.kept')}
        </Button>
      </StepButtons>
    </div>
  );
}
