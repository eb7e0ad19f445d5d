import { useState } from 'react';
import type { Device } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { SettingsSection } from '../SettingsSection';
import { DeviceRow } from './DeviceRow';
import { DevicesSkeleton } from './DevicesSkeleton';
import { SignOutDeviceDialog } from './SignOutDeviceDialog';
import { useDevices } from './useDevices';

/** Where one is signed in. */
export function Devices({ backTo }: { backTo: string }) {
  const { t } = useTranslation(['security', 'settings']);
  const problemText = useProblemText();
  const { data: devices, error, refetch } = useDevices();
  const [ending, end] = useState<Device | 'others' | null>(null);
  return (
    <SettingsSection title={t('settings:devices.title')} backTo={backTo}>
      <p className="mb-5 text-ink-soft">{t('devices.text')}</p>
      {devices === undefined && error === null && <DevicesSkeleton />}
      {devices === undefined && error !== null && (
        <Notice tone="danger" className="flex flex-wrap items-center justify-between gap-3">
          <p role="alert">{problemText(error)}</p>
          <Button variant="secondary" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Notice>
      )}
      {devices && (
        <>
          <ul aria-label={t('devices.list')} className="divide-y divide-line border-y border-line">
            {devices.map((device) => (
              <li key={device.session_id}>
                <DeviceRow device={device} onSignOut={() => end(device)} />
              </li>
            ))}
          </ul>
          <div className="mt-5">
            {devices.length > 1 ? (
              <Button variant="secondary" onClick={() => end('others')}>
                {t('devices.others')}
              </Button>
            ) : (
              <p className="text-sm text-ink-faint">{t('devices.none')}</p>
            )}
          </div>
        </>
      )}
      {ending && <SignOutDeviceDialog which={ending} onDone={() => end(null)} />}
    </SettingsSection>
  );
}
