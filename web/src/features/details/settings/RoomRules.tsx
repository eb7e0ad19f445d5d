import { useId } from 'react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { useSpanWord } from '@/i18n/useSpanWord';
import { Field } from '@/ui/Field';
import { Select } from '@/ui/Select';
import { Switch } from '@/ui/Switch';
import { LifeSelect } from './LifeSelect';
import { including, paces } from './spans';
import { useRoomChange } from './useRoomChange';

/** Who sees what, how often one may write, how long it stays, and who comes in. */
export function RoomRules({ room }: { room: Room }) {
  const { t } = useTranslation('details');
  const spanWord = useSpanWord();
  const problemText = useProblemText();
  const { shown, change, error } = useRoomChange(room);
  return (
    <section className="flex flex-col gap-5 border-t border-line pt-5">
      <Field label={t('settings.history.label')} hint={t('settings.history.hint')}>
        {(control) => (
          <Select
            {...control}
            value={shown.history ?? 'all'}
            options={(['all', 'since_join'] as const).map((value) => ({
              value,
              label: t(`settings.history.${value}`),
            }))}
            onChange={(value) => void change({ history: value === 'all' ? 'all' : 'since_join' })}
          />
        )}
      </Field>
      <Field label={t('settings.slow.label')} hint={t('settings.slow.hint')}>
        {(control) => (
          <Select
            {...control}
            value={String(shown.slow_mode_seconds)}
            options={including(paces, shown.slow_mode_seconds).map((seconds) => ({
              value: String(seconds),
              label: seconds === 0 ? t('settings.slow.none') : spanWord(seconds),
            }))}
            onChange={(value) => void change({ slow_mode_seconds: Number(value) })}
          />
        )}
      </Field>
      <LifeSelect
        seconds={shown.message_ttl_seconds}
        onChange={(message_ttl_seconds) => void change({ message_ttl_seconds })}
      />
      <ApprovalSwitch
        on={shown.join_approval}
        onChange={(join_approval) => void change({ join_approval })}
      />
      {error !== undefined && (
        <p role="alert" className="text-sm text-danger-ink">
          {problemText(error)}
        </p>
      )}
    </section>
  );
}

function ApprovalSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation('details');
  const id = useId();
  return (
    <div className="flex items-start gap-4">
      <label htmlFor={id} className="min-w-0 flex-1">
        <span className="text-sm font-medium">{t('settings.approval.label')}</span>
        <span className="mt-0.5 block text-xs text-ink-faint">{t('settings.approval.hint')}</span>
      </label>
      <Switch id={id} checked={on} onChange={onChange} />
    </div>
  );
}
