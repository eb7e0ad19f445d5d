import { useId } from 'react';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { TextInput } from '@/ui/TextInput';
import { useCopy } from '@/ui/useCopy';

/** A link as it is, and a button that takes it along. */
export function CopyLink({ url }: { url: string }) {
  const { t } = useTranslation('details');
  const id = useId();
  const { copied, copy } = useCopy(url);
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {t('invites.link')}
      </label>
      <div className="flex items-center gap-1">
        <TextInput
          id={id}
          readOnly
          className="min-w-0 flex-1 text-sm"
          value={url}
          onFocus={(event) => event.target.select()}
        />
        <IconButton label={copied ? t('invites.copied') : t('invites.copy')} onClick={copy}>
          {copied ? <Check className="text-success-ink" /> : <Copy />}
        </IconButton>
      </div>
      <p role="status" className="sr-only">
        {copied && t('invites.copied')}
      </p>
    </div>
  );
}
