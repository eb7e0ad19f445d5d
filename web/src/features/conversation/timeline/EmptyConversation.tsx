import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { useConversation } from '../useConversation';

export function EmptyConversation() {
  const { t } = useTranslation('conversation');
  const conversation = useConversation();
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <EmptyState
        icon={MessageCircle}
        title={t('empty_title')}
        text={t('empty_text')}
        action={
          <Button variant="secondary" onClick={() => conversation.send({ content: '👋' })}>
            <span aria-hidden>👋</span>
            {t('say_hello')}
          </Button>
        }
      />
    </div>
  );
}
