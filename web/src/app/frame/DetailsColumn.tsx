import { lazy, Suspense } from 'react';
import { Dialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RoomId } from '@tingting/sdk';
import { useMediaQuery } from '@/ui/useMediaQuery';
import { useDialogFocus } from '@/ui/useDialogFocus';
import { useSearchFlag } from '../useSearchFlag';
import { peopleDialogs } from './peopleDialog';

const Details = lazy(() => import('@/features/details/Details'));

export interface DetailsColumnProps {
  readonly roomId: RoomId;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The right column: beside the conversation where three fit, over it elsewhere. */
export function DetailsColumn({ roomId, open, onOpenChange }: DetailsColumnProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const focus = useDialogFocus();
  const beside = useMediaQuery('(min-width: 1100px)');
  const [, showPeople] = useSearchFlag('new', peopleDialogs);
  const panel = (
    <Suspense>
      <Details
        roomId={roomId}
        onClose={() => onOpenChange(false)}
        onAddMembers={() => showPeople('members')}
        onOpenRoom={(id) => void navigate(`/app/rooms/${id}`)}
        onLeft={() => void navigate('/app', { replace: true })}
      />
    </Suspense>
  );
  if (beside) {
    return (
      open && (
        <aside
          aria-label={t('frame.details')}
          className="flex w-80 shrink-0 flex-col border-l border-line bg-surface"
        >
          {panel}
        </aside>
      )
    );
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focus.onOpenAutoFocus}
          onCloseAutoFocus={focus.onCloseAutoFocus}
          className="fixed inset-y-0 right-0 z-50 flex w-full animate-slide-in flex-col bg-surface focus:outline-none two:w-80 two:shadow-float"
        >
          <Dialog.Title className="sr-only">{t('frame.details')}</Dialog.Title>
          {panel}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
