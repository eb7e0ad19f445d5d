import { Appearance } from '@/features/settings/Appearance';

export function Component() {
  return <Appearance backTo="/app/settings" />;
}
