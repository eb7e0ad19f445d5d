import { lazy, Suspense } from 'react';
import { Dialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { RoomId } from '@tingting/sdk';
import { useDialogFocus } from '@/ui/useDialogFocus';
import { useMediaQuery } from '@/ui/useMediaQuery';
import type { RoomPanel } from './roomPanel';

const PanelOf = lazy(() => import('./PanelOf'));

export interface DetailsColumnProps {
  readonly roomId: RoomId;
  /** Null while the column is closed. */
  readonly panel: RoomPanel | null;
  readonly onShow: (panel: RoomPanel | null) => void;
}

/** The right column: beside the conversation where three fit, over it elsewhere. */
export function DetailsColumn({ roomId, panel, onShow }: DetailsColumnProps) {
  const { t } = useTranslation();
  const focus = useDialogFocus();
  const beside = useMediaQuery('(min-width: 1100px)');
  const shown = panel !== null && (
    <Suspense>
      <PanelOf key={roomId} roomId={roomId} panel={panel} beside={beside} onShow={onShow} />
    </Suspense>
  );
  if (beside) {
    return (
      shown && (
        <aside
          aria-label={t('frame.details')}
          className="flex w-80 shrink-0 flex-col border-l border-line bg-surface"
        >
          {shown}
        </aside>
      )
    );
  }
  return (
    <Dialog.Root open={panel !== null} onOpenChange={(open) => !open && onShow(null)}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focus.onOpenAutoFocus}
          onCloseAutoFocus={focus.onCloseAutoFocus}
          className="fixed inset-y-0 right-0 z-50 flex w-full animate-slide-in flex-col bg-surface focus:outline-none two:w-80 two:shadow-float"
        >
          <Dialog.Title className="sr-only">{t('frame.details')}</Dialog.Title>
          {shown}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
