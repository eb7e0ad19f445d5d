import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/ui/toast/toasts';
import { useColumn } from '../column/useColumn';

/** The chunk did not come; most likely there is no connection. */
export function OverlaysFailed(): ReactNode {
  const { t } = useTranslation('problems');
  const column = useColumn();
  useEffect(() => {
    toast(t('network'), 'danger');
    column.setState({ overlay: null });
  }, [column, t]);
  return null;
}
