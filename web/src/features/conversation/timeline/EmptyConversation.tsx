import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { useConversation } from '../useConversation';

/** Nothing was said yet; who may not write has nothing to do about it. */
export function EmptyConversation({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('conversation');
  const conversation = useConversation();
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <EmptyState
        icon={MessageCircle}
        title={t('empty_title')}
        {...(!readOnly && {
          text: t('empty_text'),
          action: (
            <Button variant="secondary" onClick={() => conversation.send({ content: '👋' })}>
              <span aria-hidden>👋</span>
              {t('say_hello')}
            </Button>
          ),
        })}
      />
    </div>
  );
}
