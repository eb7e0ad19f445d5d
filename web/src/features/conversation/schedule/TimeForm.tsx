import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { TextInput } from '@/ui/TextInput';
import { inputValue } from './times';

interface TimeFormProps {
  readonly initial: Date;
  readonly action: string;
  readonly onPick: (at: Date) => Promise<void>;
}

/** A day and a time in the future. */
export function TimeForm({ initial, action, onPick }: TimeFormProps) {
  const { t } = useTranslation('conversation');
  const problemText = useProblemText();
  const [value, setValue] = useState(() => inputValue(initial));
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    const at = new Date(value);
    if (!(at.getTime() > Date.now())) {
      setProblem(t('schedule.past'));
      return;
    }
    setBusy(true);
    try {
      await onPick(at);
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t('schedule.when')} error={problem}>
        {(input) => (
          <TextInput
            {...input}
            data-autofocus
            type="datetime-local"
            value={value}
            onChange={(event) => {
              setValue(event.target.value);
              setProblem(undefined);
            }}
          />
        )}
      </Field>
      <Button type="submit" busy={busy} className="self-end">
        {action}
      </Button>
    </form>
  );
}
