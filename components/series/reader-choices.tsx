import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.series.readers;
const OPTIONS = [
  { value: 'members', title: words.members },
  { value: 'link', title: words.link },
  { value: 'public', title: words.public },
];

/** Who may read what of a series, preset to members for decks and to everybody for the call and its records. */
export function ReaderChoices() {
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-4">
      <legend className="float-left text-14 font-semibold">{words.legend}</legend>
      <p className="text-14 text-soft">{words.hint}</p>
      <RadioChoice name="readDecks" label={words.decks} options={OPTIONS} preset="members" shape="row" />
      <RadioChoice name="readLive" label={words.live} options={OPTIONS} preset="public" shape="row" />
      <RadioChoice name="readRecords" label={words.records} options={OPTIONS} preset="public" shape="row" />
    </fieldset>
  );
}
