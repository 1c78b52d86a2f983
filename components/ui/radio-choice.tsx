'use client';

import { RadioGroup } from 'radix-ui';
import { useId } from 'react';

interface Option {
  readonly value: string;
  readonly title: string;
  readonly text?: string;
}

interface RadioChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly preset: string;
  /** `row` for short words beside each other, `list` for choices that need a sentence. */
  readonly shape: 'row' | 'list';
  readonly onChoose?: (value: string) => void;
}

/** One of a few. Arrow keys move, the form gets the value under `name`. */
export function RadioChoice({ name, label, options, preset, shape, onChoose }: RadioChoiceProps) {
  const id = useId();
  return (
    <div
      className={
        shape === 'row' ? 'flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5' : 'flex flex-col gap-1.5'
      }
    >
      <span id={id} className={shape === 'row' ? 'text-14' : 'text-14 font-semibold'}>
        {label}
      </span>
      <RadioGroup.Root
        name={name}
        defaultValue={preset}
        {...(onChoose === undefined ? {} : { onValueChange: onChoose })}
        aria-labelledby={id}
        orientation={shape === 'row' ? 'horizontal' : 'vertical'}
        className={
          shape === 'row'
            ? 'inline-flex flex-wrap rounded-6 border border-edge/55 bg-well p-0.5'
            : 'flex flex-col divide-y divide-line rounded-6 border border-edge/55 bg-sheet'
        }
      >
        {options.map((option) =>
          shape === 'row' ? (
            <Segment key={option.value} option={option} />
          ) : (
            <Line key={option.value} option={option} />
          ),
        )}
      </RadioGroup.Root>
    </div>
  );
}

function Segment({ option }: { readonly option: Option }) {
  return (
    <RadioGroup.Item
      value={option.value}
      className="min-h-11 rounded-6 px-3 text-14 text-soft hover:text-ink data-[state=checked]:bg-sheet data-[state=checked]:font-semibold data-[state=checked]:text-ink data-[state=checked]:ring-1 data-[state=checked]:ring-edge/55 tablet:min-h-8"
    >
      {option.title}
    </RadioGroup.Item>
  );
}

function Line({ option }: { readonly option: Option }) {
  return (
    <RadioGroup.Item
      value={option.value}
      className="group flex items-start gap-3 px-3 py-2.5 text-left first:rounded-t-6 last:rounded-b-6 hover:bg-well"
    >
      <span className="mt-1 grid size-4 shrink-0 place-items-center rounded-full border border-edge group-data-[state=checked]:border-accent">
        <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
      </span>
      <span className="flex flex-col">
        <span className="text-16 font-medium">{option.title}</span>
        {option.text !== undefined && <span className="text-14 text-soft">{option.text}</span>}
      </span>
    </RadioGroup.Item>
  );
}
