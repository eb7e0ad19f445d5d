import { lazy, Suspense, useRef, useState } from 'react';
import { PenSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { useMenuPress } from '@/ui/useMenuPress';

/** Menus come with the first one that is opened: no page needs them to be read. */
const loadMenu = () => import('./NewMenu');
const NewMenu = lazy(loadMenu);

/** The way to a new conversation. */
export function NewButton({ onNew }: { onNew: (what: 'chat' | 'group') => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<DOMRect | null>(null);
  const press = useMenuPress(at !== null, setAt);
  return (
    <>
      <IconButton
        ref={button}
        label={t('frame.new')}
        onPointerEnter={() => void loadMenu()}
        {...press}
      >
        <PenSquare />
      </IconButton>
      {at && (
        <Suspense>
          <NewMenu
            at={at}
            onNew={onNew}
            onClose={() => setAt(null)}
            onClosed={() => button.current?.focus()}
          />
        </Suspense>
      )}
    </>
  );
}
