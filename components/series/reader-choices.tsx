import { clsx } from 'clsx';
import { RadioChoice } from '#components/ui/radio-choice.tsx';
import type { Audience } from '#lib/access.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.series.readers;
const OPTIONS = [
  { value: 'members', title: words.members },
  { value: 'link', title: words.link },
  { value: 'public', title: words.public },
];

interface ReaderChoicesProps {
  /** What is chosen already; without it the usual, with a word on what that means. */
  readonly presets?: {
    readonly readDecks: Audience;
    readonly readLive: Audience;
    readonly readRecords: Audience;
  };
}

const USUAL = { readDecks: 'members', readLive: 'public', readRecords: 'public' } as const;

/** Who may read what of a series, unless told otherwise preset to members for decks and to everybody for the call and its records. */
export function ReaderChoices({ presets }: ReaderChoicesProps) {
  const chosen = presets ?? USUAL;
  return (
    <fieldset className={clsx('flex flex-col gap-3', presets === undefined && 'border-t border-line pt-4')}>
      <legend className="mb-3 text-14 font-semibold">{words.legend}</legend>
      {presets === undefined && <p className="text-14 text-soft">{words.hint}</p>}
      <RadioChoice name="readDecks" label={words.decks} options={OPTIONS} preset={chosen.readDecks} shape="row" />
      <RadioChoice name="readLive" label={words.live} options={OPTIONS} preset={chosen.readLive} shape="row" />
      <RadioChoice name="readRecords" label={words.records} options={OPTIONS} preset={chosen.readRecords} shape="row" />
    </fieldset>
  );
}
