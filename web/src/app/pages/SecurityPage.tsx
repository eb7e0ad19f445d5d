import { Security } from '@/features/settings/security/Security';

export function Component() {
  return <Security backTo="/app/settings" />;
}
