import type { Device } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';

/** What one calls a device: the browser and the system, as far as it tells them. */
export function useDeviceName(): (device: Device) => string {
  const { t } = useTranslation('security');
  return ({ browser, system, user_agent }) => {
    if (browser !== null && system !== null) return t('devices.name', { browser, system });
    return browser ?? system ?? (user_agent === '' ? t('devices.unknown') : user_agent);
  };
}
