import type { PictureFilter, PictureUse, Replacement } from '#lib/assets/series-pictures-view.ts';

const times = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;

const filters: Readonly<Record<PictureFilter, string>> = {
  all: 'All',
  unused: 'Not used',
  undescribed: 'Without description',
  elsewhere: 'From elsewhere',
  damaged: 'Damaged',
};

const none: Readonly<Record<PictureFilter, string>> = {
  all: 'This series has no pictures yet. They come here when somebody pastes, drops or chooses one in a deck, and with decks that are brought in.',
  unused: 'Every picture is used somewhere. One that nothing names any more is listed here, and goes 30 days later.',
  undescribed: 'Every picture has a description.',
  elsewhere: 'No picture was copied from another server.',
  damaged: 'No picture is damaged. Plenum checks their bytes in the background.',
};

const kinds: Readonly<Record<PictureUse['kind'], string>> = { deck: 'deck', template: 'template', record: 'record' };

/** Words of the page with the pictures of a series. */
export const pictures = {
  title: 'Pictures',
  linkText: 'What its decks and records show, with descriptions and credits.',
  open: 'See the pictures',
  lead: 'Every picture that decks and records of this series show. What nothing names any more goes by itself after 30 days.',
  total: (count: number, bytes: number) => `${times(count, 'picture', 'pictures')}, ${sayBytes(bytes)}`,
  bytes: sayBytes,
  filters,
  filter: 'Show',
  none,
  noneFound: (search: string) => `No picture has “${search}” in its name, description or credit.`,
  search: {
    label: 'Search in names, descriptions and credits',
    placeholder: 'Name, description, credit',
    submit: 'Search',
    clear: 'Show all again',
  },
  list: 'Pictures, newest first',
  older: 'Older pictures',
  newest: 'Newest pictures',
  row: {
    open: (name: string) => `Open ${name}`,
    size: (width: number, height: number) => `${width} × ${height}`,
    brought: (on: string, by: string | null) => (by === null ? `came ${on}` : `brought by ${by}, ${on}`),
    noAlt: 'No description yet',
    credit: 'Credit:',
    source: 'Copied from',
    uses: 'Used in',
    more: (count: number) => `and ${count} more`,
    use: ({ kind, asTitle }: Pick<PictureUse, 'kind' | 'asTitle'>) =>
      asTitle ? `${kinds[kind]}, title picture` : kinds[kind],
    unused: (since: string, until: string) =>
      `Used nowhere since ${since}. It goes on ${until}, unless something names it until then.`,
    notUsed: 'Used nowhere now. It stays as long as a deck’s history names it, and 30 days more.',
    damaged: (since: string) =>
      `Damaged: since ${since} its bytes are not those that came. Bring it again, or replace it.`,
    missing: 'Its file cannot be loaded.',
  },
  describe: {
    open: 'Describe',
    openOf: (name: string) => `Describe ${name}`,
    alt: 'What does it show?',
    altHint: 'For people who cannot see it. Written with the picture wherever it is used next.',
    credit: 'Credit',
    creditHint: 'Who made it, or where it is from.',
    spread: (places: number) =>
      places === 1 ? 'Write it into the 1 place that has none' : `Write it into the ${places} places that have none`,
    spreadHint: 'In open decks, as your edit. Records stay as they are.',
    save: 'Save',
    cancel: 'Cancel',
    saved: (places: number) => (places === 0 ? 'Saved' : `Saved, and written into ${times(places, 'place', 'places')}`),
  },
  replace: {
    open: 'Replace …',
    openOf: (name: string) => `Replace ${name} …`,
    title: (name: string) => `Replace ${name}`,
    lead: (decks: number) =>
      `${times(decks, 'open deck shows', 'open decks show')} it, and will show the other picture instead. Records stay as they are.`,
    upload: 'Bring a new picture …',
    uploading: (percent: number) => (percent < 100 ? `${percent} % sent` : 'made fit for slides …'),
    brought: (name: string) => `${name} is chosen`,
    stop: 'Stop',
    or: 'Or choose one of this series',
    loading: 'Loading pictures …',
    nothing: 'No other picture is found.',
    submit: (decks: number) => `Replace in ${times(decks, 'deck', 'decks')}`,
    cancel: 'Cancel',
    choose: 'Choose a picture first.',
    done: (by: string, { decks, calls }: Pick<Replacement, 'decks' | 'calls'>) => {
      const titles = calls.length === 0 ? '' : `, and as the title picture of ${times(calls.length, 'call', 'calls')}`;
      return `Replaced by ${by} in ${times(decks.length, 'deck', 'decks')}${titles}.`;
    },
    undo: 'Undo',
    undoOf: (name: string) => `Undo replacing ${name}`,
    undone: 'Taken back',
  },
  foreign: {
    title: 'Pictures on other servers',
    choice: 'When a deck names a picture on another server',
    options: [
      {
        value: 'own',
        title: 'Show only pictures that Plenum keeps a copy of',
        text: 'Others are a frame with their address.',
      },
      {
        value: 'foreign',
        title: 'Show pictures from other servers as they are',
        text: 'Their servers learn who watches, and they vanish one day.',
      },
    ],
    save: 'Save',
    saved: 'Saved',
    without: (count: number) => `${times(count, 'picture has', 'pictures have')} no copy`,
    none: 'Plenum has a copy of every picture that open decks name on other servers.',
    list: 'Pictures without a copy',
    keep: 'Keep a copy',
    keepOf: (address: string) => `Keep a copy of ${address}`,
    keepAll: (count: number) => (count === 1 ? 'Keep a copy of it' : `Keep copies of all ${count}`),
    keeping: 'Fetching …',
    kept: 'Copy kept',
    stop: 'Stop',
    progress: 'Keeping copies',
    done: (done: number, of: number) => `${done} of ${of}`,
    result: (kept: number, failed: number) =>
      failed === 0
        ? `${times(kept, 'copy', 'copies')} kept.`
        : `${times(kept, 'copy', 'copies')} kept, ${failed} could not be: each says why.`,
    inDecks: 'In',
    template: 'the template',
  },
  problems: {
    gone: 'This picture is not there any more. Load the page again.',
    same: 'That is the same picture. Choose another one.',
    alt: 'A description has at most 500 characters.',
    credit: 'A credit has at most 200 characters.',
    choice: 'Choose one of the two.',
  },
} as const;

/** A size as people say it, `312 kB`, `1.4 MB`. */
function sayBytes(bytes: number): string {
  const [unit = 'kB', size = 1_000] =
    bytes >= 999_500_000 ? ['GB', 1_000_000_000] : bytes >= 999_500 ? ['MB', 1_000_000] : ['kB', 1_000];
  const value = bytes / size;
  return `${value >= 10 || unit === 'kB' ? Math.ceil(value) : Math.round(value * 10) / 10} ${unit}`;
}
