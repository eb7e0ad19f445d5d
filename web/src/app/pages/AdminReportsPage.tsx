import { Reports } from '@/features/admin/reports/Reports';

export function Component() {
  return <Reports backTo="/app/admin" />;
}
