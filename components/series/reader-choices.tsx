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
  readonly presets?: {
    readonly readDecks: Audience;
    readonly readLive: Audience;
    readonly readRecords: Audience;
  };
}

const USUAL = { readDecks: 'members', readLive: 'public', readRecords: 'public' } as const;

/** Who may read what of a series, unless told otherwise preset to members for decks and to everybody for the call and its records. */
export function ReaderChoices({ presets = USUAL }: ReaderChoicesProps) {
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-4">
      <legend className="float-left text-14 font-semibold">{words.legend}</legend>
      <p className="text-14 text-soft">{words.hint}</p>
      <RadioChoice name="readDecks" label={words.decks} options={OPTIONS} preset={presets.readDecks} shape="row" />
      <RadioChoice name="readLive" label={words.live} options={OPTIONS} preset={presets.readLive} shape="row" />
      <RadioChoice
        name="readRecords"
        label={words.records}
        options={OPTIONS}
        preset={presets.readRecords}
        shape="row"
      />
    </fieldset>
  );
}
