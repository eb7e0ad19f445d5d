import { ProfileForm } from '@/features/settings/ProfileForm';

export function Component() {
  return <ProfileForm backTo="/app/settings" />;
}
