import { useState } from 'react';
import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { useSpanWord } from '@/i18n/useSpanWord';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Select } from '@/ui/Select';
import { CopyLink } from './CopyLink';
import { useMakeInvite } from './useInvites';

/** Lives of a link to choose from, seconds; 0 for ever. */
const lives = [0, 3600, 86_400, 604_800, 2_592_000] as const;
/** How many people a link may let in; 0 for any number. */
const uses = [0, 1, 5, 10, 100] as const;

/** Makes a link, and shows it to be copied. */
export function InviteForm({ roomId }: { roomId: RoomId }) {
  const { t } = useTranslation('details');
  const spanWord = useSpanWord();
  const problemText = useProblemText();
  const making = useMakeInvite(roomId);
  const [life, setLife] = useState(604_800);
  const [most, setMost] = useState(0);

  return (
    <form
      className="flex flex-col gap-4 px-5 pt-5 pb-5"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate({
          ...(life > 0 && { expires_in: life }),
          ...(most > 0 && { max_uses: most }),
        });
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('invites.life')}>
          {(control) => (
            <Select
              {...control}
              value={String(life)}
              options={lives.map((seconds) => ({
                value: String(seconds),
                label: seconds === 0 ? t('invites.for_ever') : spanWord(seconds),
              }))}
              onChange={(value) => setLife(Number(value))}
            />
          )}
        </Field>
        <Field label={t('invites.uses')}>
          {(control) => (
            <Select
              {...control}
              value={String(most)}
              options={uses.map((count) => ({
                value: String(count),
                label: count === 0 ? t('invites.any') : t('invites.people', { count }),
              }))}
              onChange={(value) => setMost(Number(value))}
            />
          )}
        </Field>
      </div>
      <Button type="submit" busy={making.isPending}>
        {t('invites.make')}
      </Button>
      {making.error && (
        <p role="alert" className="text-sm text-danger-ink">
          {problemText(making.error)}
        </p>
      )}
      {making.data && <CopyLink url={making.data.url} />}
    </form>
  );
}
