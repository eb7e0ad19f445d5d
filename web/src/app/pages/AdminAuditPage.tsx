import { Audit } from '@/features/admin/audit/Audit';

export function Component() {
  return <Audit backTo="/app/admin" />;
}
