import { Account } from '@/features/settings/account/Account';

export function Component() {
  return <Account backTo="/app/settings" />;
}
