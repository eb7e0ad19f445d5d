import { ShieldCheck, ShieldOff } from 'lucide-react';
import type { SecondFactorState } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';

/** With so few left it is time for new ones. */
const few = 3;

export interface SecondFactorIsProps {
  readonly state: SecondFactorState;
  readonly onSetUp: () => void;
  readonly onSwitchOff: () => void;
}

/** Whether it is on, and the way to the other. */
export function SecondFactorIs({ state, onSetUp, onSwitchOff }: SecondFactorIsProps) {
  const { t } = useTranslation('security');
  const { enabled, recovery_codes_left: left } = state;
  const Icon = enabled ? ShieldCheck : ShieldOff;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <div className="flex min-w-0 flex-1 items-start gap-3">
        <Icon
          aria-hidden
          strokeWidth={1.75}
          className={`mt-px size-[18px] shrink-0 ${enabled ? 'text-success-ink' : 'text-ink-faint'}`}
        />
        <div className="min-w-0">
          <p className="font-medium">{t(enabled ? 'second_factor.on' : 'second_factor.off')}</p>
          {enabled && (
            <p className={`text-sm ${left < few ? 'text-warning-ink' : 'text-ink-faint'}`}>
              {t('second_factor.left', { count: left })} {left < few && t('second_factor.few')}
            </p>
          )}
        </div>
      </div>
      {enabled ? (
        <Button variant="secondary" onClick={onSwitchOff}>
          {t('second_factor.switch_off.action')}
        </Button>
      ) : (
        <Button onClick={onSetUp}>{t('second_factor.set_up')}</Button>
      )}
    </div>
  );
}
