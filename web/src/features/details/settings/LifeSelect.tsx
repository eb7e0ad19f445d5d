import { useTranslation } from 'react-i18next';
import { useSpanWord } from '@/i18n/useSpanWord';
import { Field } from '@/ui/Field';
import { Select } from '@/ui/Select';
import { including, lives } from './spans';

export interface LifeSelectProps {
  /** Null: for ever. */
  readonly seconds: number | null;
  readonly onChange: (seconds: number | null) => void;
}

/** How long messages live. */
export function LifeSelect({ seconds, onChange }: LifeSelectProps) {
  const { t } = useTranslation('details');
  const spanWord = useSpanWord();
  return (
    <Field label={t('ttl.label')} hint={t('ttl.hint')}>
      {(control) => (
        <Select
          {...control}
          value={seconds === null ? 'never' : String(seconds)}
          options={[
            { value: 'never', label: t('ttl.never') },
            ...including(lives, seconds).map((one) => ({
              value: String(one),
              label: t('ttl.after', { span: spanWord(one) }),
            })),
          ]}
          onChange={(value) => onChange(value === 'never' ? null : Number(value))}
        />
      )}
    </Field>
  );
}
