import { Monitor, Smartphone } from 'lucide-react';
import type { Device } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { useDeviceName } from './useDeviceName';

export interface DeviceRowProps {
  readonly device: Device;
  readonly onSignOut: () => void;
}

const handhelds: readonly (string | null)[] = ['Android', 'iPhone', 'iPad'];

/** A device: what and where it is, when it was there, and its end. */
export function DeviceRow({ device, onSignOut }: DeviceRowProps) {
  const { t } = useTranslation('security');
  const dates = useDates();
  const now = useNow();
  const name = useDeviceName()(device);
  const Icon = handhelds.includes(device.system) ? Smartphone : Monitor;
  const used = new Date(device.last_used_at);
  return (
    <div className="flex min-h-16 items-center gap-3 py-3">
      <Icon aria-hidden strokeWidth={1.75} className="size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="truncate font-medium" title={device.user_agent}>
            {name}
          </span>
          {device.current && <Badge tone="neutral">{t('devices.current')}</Badge>}
        </p>
        <p className="text-sm wrap-anywhere text-ink-faint">
          {device.address} ·{' '}
          <time dateTime={device.last_used_at} title={dates.exact(used)}>
            {device.current ? t('devices.now') : t('devices.used', { when: dates.ago(used, now) })}
          </time>
        </p>
      </div>
      {!device.current && (
        <Button
          variant="secondary"
          aria-label={t('devices.end_label', { name })}
          onClick={onSignOut}
        >
          {t('devices.end')}
        </Button>
      )}
    </div>
  );
}
