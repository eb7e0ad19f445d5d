import { Rooms } from '@/features/admin/rooms/Rooms';

export function Component() {
  return <Rooms backTo="/app/admin" />;
}
