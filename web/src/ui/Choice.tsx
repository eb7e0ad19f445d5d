import type { LucideIcon } from 'lucide-react';
import { RadioGroup } from 'radix-ui';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: LucideIcon;
  }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight: a row of segments. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className="flex gap-1 rounded-md bg-sunken p-1"
    >
      {options.map(({ value: own, label: text, icon: Icon }) => (
        <RadioGroup.Item
          key={own}
          value={own}
          className="flex h-8 flex-1 items-center justify-center gap-2 rounded-sm px-3 text-sm font-medium text-ink-soft transition-colors hover:text-ink data-[state=checked]:bg-raised data-[state=checked]:text-ink data-[state=checked]:ring-line pointer-coarse:h-10"
        >
          {Icon && <Icon aria-hidden className="size-4" strokeWidth={1.75} />}
          {text}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
