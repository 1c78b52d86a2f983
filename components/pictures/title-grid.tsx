import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { TitleCandidate, TitleChoices } from '#lib/pictures/title-picture.ts';

const words = messages.titlePicture;

interface TitleGridProps {
  readonly choices: TitleChoices;
  /** Those that came in meanwhile, newest first. */
  readonly brought: readonly TitleCandidate[];
  /** Key of the chosen one; null for none. */
  readonly chosen: string | null;
  readonly onChoose: (picture: TitleCandidate | null) => void;
}

/** Pictures as radio buttons: none, last time's, and the series' own. */
export function TitleGrid({ choices: { now, last, recent }, brought, chosen, onChoose }: TitleGridProps) {
  const first = [...brought, ...(now === null ? [] : [now.picture]), ...(last === null ? [] : [last])];
  const all = [...new Map([...first, ...recent].map((picture) => [picture.key, picture])).values()];
  return (
    <fieldset>
      <legend className="sr-only">{words.choices}</legend>
      <ul className="grid max-h-64 grid-cols-3 gap-2 overflow-y-auto p-1 tablet:grid-cols-4">
        <li>
          <Tile name={words.none} checked={chosen === null} onChoose={() => onChoose(null)}>
            <span className="flex h-full items-center justify-center bg-well text-14 text-soft">{words.none}</span>
          </Tile>
        </li>
        {all.map((picture) => (
          <li key={picture.key}>
            <Tile name={nameOf(picture)} checked={chosen === picture.key} onChoose={() => onChoose(picture)}>
              <img
                src={addresses.asset(picture.key, picture.extension, 320)}
                alt=""
                loading="lazy"
                className="h-full w-full object-cover"
              />
              {picture.key === last?.key && (
                <span className="absolute inset-x-0 bottom-0 bg-sheet/90 px-1.5 py-0.5 text-12">{words.last}</span>
              )}
            </Tile>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface TileProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function Tile({ name, checked, onChoose, children }: TileProps) {
  return (
    <label className="relative block aspect-[4/3] cursor-pointer overflow-hidden rounded-6 border border-line has-checked:ring-3 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name="title-picture"
        className="sr-only"
        aria-label={name}
        checked={checked}
        onChange={onChoose}
      />
      {children}
    </label>
  );
}

function nameOf({ alt, name }: TitleCandidate): string {
  return alt !== '' ? alt : name !== '' ? name : words.nameless;
}
