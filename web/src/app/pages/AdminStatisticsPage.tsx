import { Statistics } from '@/features/admin/statistics/Statistics';

export function Component() {
  return <Statistics backTo="/app/admin" />;
}
