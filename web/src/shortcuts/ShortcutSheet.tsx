import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { keyNames } from './keyNames';
import { onApple } from './onApple';
import { shortcutGroups, shortcuts, shortcutsOf, type Keys } from './shortcuts';

export interface ShortcutSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What the keyboard can do, as the table has it. */
export default function ShortcutSheet(props: ShortcutSheetProps) {
  const { t } = useTranslation('shortcuts');
  return (
    <Dialog {...props} title={t('title')} closeLabel={t('close')}>
      <div className="flex min-h-0 scroll-area flex-col gap-5 px-5 pt-1 pb-6">
        {shortcutGroups.map((group) => (
          <section key={group}>
            <h3 className="mb-1 text-sm font-medium text-ink-soft">{t(`group.${group}`)}</h3>
            <dl className="divide-y divide-line">
              {shortcutsOf(group).map((id) => (
                <div key={id} className="flex min-h-10 items-center justify-between gap-4 py-1.5">
                  <dt>{t(`action.${id}`)}</dt>
                  <dd className="flex shrink-0 items-center gap-1.5 text-sm text-ink-faint">
                    <Caps keys={shortcuts[id].keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Caps({ keys }: { keys: readonly Keys[] }) {
  const { t } = useTranslation('shortcuts');
  return keys.map((one, index) => (
    <span key={one} className="flex items-center gap-1">
      {index > 0 && <span className="px-0.5">{t('or')}</span>}
      {keyNames(one, onApple()).map((name) => (
        <kbd
          key={name}
          className="grid h-6 min-w-6 place-items-center rounded-sm bg-sunken px-1.5 font-sans text-xs font-medium text-ink-soft ring-1 ring-line ring-inset"
        >
          {name}
        </kbd>
      ))}
    </span>
  ));
}
