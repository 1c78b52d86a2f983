import { chooseTheme, type Theme } from '#components/frame/theme.ts';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { goesWith, typedWords, type Place, type PlaceKind } from '#lib/search/palette-view.ts';

const words = messages.search.palette;

/** Under which heading a line stands. */
export type LineGroup = PlaceKind | 'search' | 'recent';

/** A line of the palette: where it leads, or what it does at once. */
export interface PaletteLine {
  readonly group: LineGroup;
  readonly title: string;
  readonly detail: string;
  readonly hue: number | null;
  readonly place: Place | null;
  readonly run: (() => void) | null;
}

const ORDER: readonly LineGroup[] = ['recent', 'call', 'section', 'team', 'person', 'series', 'command', 'search'];

/** The lines of the palette in their order: with nothing typed where somebody was lately and what the page offers, else what goes with it, and the search for it. */
export function paletteLines(
  typed: string,
  places: readonly Place[],
  recent: readonly Place[],
): readonly PaletteLine[] {
  const asked = typedWords(typed);
  const lines = [
    ...(asked.length === 0 ? recent.map((each) => placeLine(each, 'recent')) : []),
    ...places.map((each) => placeLine(each, each.kind)),
    ...themeLines().filter(({ title }) => goesWith(asked, title)),
    ...(typed.trim() === '' ? [] : [searchLine(typed.trim())]),
  ];
  return ORDER.flatMap((group) => lines.filter((line) => line.group === group));
}

function placeLine(place: Place, group: LineGroup): PaletteLine {
  return { group, title: place.title, detail: place.detail, hue: place.hue, place, run: null };
}

function searchLine(query: string): PaletteLine {
  const place: Place = {
    kind: 'command',
    title: query,
    detail: '',
    address: addresses.search({ q: query }),
    hue: null,
  };
  return { ...placeLine(place, 'search'), title: words.searchFor(query) };
}

function themeLines(): readonly PaletteLine[] {
  const themes: readonly (readonly [Theme, string])[] = [
    ['light', words.commands.light],
    ['dark', words.commands.dark],
    ['system', words.commands.system],
  ];
  return themes.map(([theme, title]) => ({
    group: 'command',
    title,
    detail: '',
    hue: null,
    place: null,
    run: () => chooseTheme(theme),
  }));
}
