import { Privacy } from '@/features/settings/Privacy';

export function Component() {
  return <Privacy backTo="/app/settings" />;
}
