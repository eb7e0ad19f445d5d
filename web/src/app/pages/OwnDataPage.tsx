import { OwnData } from '@/features/settings/data/OwnData';
import { Queries } from '@/client/Queries';

export function Component() {
  return (
    <Queries>
      <OwnData backTo="/app/settings" />
    </Queries>
  );
}
