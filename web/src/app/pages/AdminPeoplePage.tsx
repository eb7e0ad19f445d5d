import { People } from '@/features/admin/people/People';

export function Component() {
  return <People backTo="/app/admin" />;
}
