'use client';

import { RadioGroup } from 'radix-ui';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly title: string }[];
}

/** One of a few short words beside each other. */
export function Segments<Value extends string>({ label, value, onChange, options }: SegmentsProps<Value>) {
  return (
    <RadioGroup.Root
      value={value}
      onValueChange={(next) => {
        const found = options.find((option) => option.value === next);
        if (found !== undefined) onChange(found.value);
      }}
      aria-label={label}
      orientation="horizontal"
      className="inline-flex rounded-6 border border-edge/55 bg-well p-0.5"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className="min-h-11 rounded-6 px-3 text-14 text-soft hover:text-ink data-[state=checked]:bg-sheet data-[state=checked]:font-semibold data-[state=checked]:text-ink data-[state=checked]:ring-1 data-[state=checked]:ring-edge/55 tablet:min-h-8"
        >
          {option.title}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
