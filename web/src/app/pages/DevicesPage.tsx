import { Devices } from '@/features/settings/devices/Devices';

export function Component() {
  return <Devices backTo="/app/settings" />;
}
