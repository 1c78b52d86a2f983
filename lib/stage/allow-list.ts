import { DECK_TAG_GROUPS } from '#lib/render/html-tags.ts';

/** Names that are let through, and why. */
interface Allowed {
  readonly names: string;
  readonly why: string;
}

const TAGS: readonly Allowed[] = [
  ...DECK_TAG_GROUPS,
  {
    names: 'input',
    why: 'Boxes of task lists, which only our renderer writes; anything else of an input is taken off.',
  },
];

/** `id`, `class` and `style` are filtered further, and addresses are checked where they are used. */
const ATTRIBUTES: readonly Allowed[] = [
  { names: 'id class', why: "What a deck's own CSS points at; names of the stage's own parts are taken out." },
  {
    names: 'style',
    why: 'Every second deck sets shadows and sizes by it; the CSS filter keeps what only changes the look.',
  },
  { names: 'color size face', why: 'Of `font`, in nearly every heading of real decks.' },
  { names: 'align valign', why: 'Of images, cells and paragraphs in old HTML; they move text within its box.' },
  { names: 'dir lang', why: 'Direction, hyphens, quotes and pronunciation of a piece in another language.' },
  { names: 'title', why: 'Words that show on hovering; abbreviations are written with it.' },
  { names: 'href', why: 'Links: the scheme is checked, and the page opens them, not the frame.' },
  { names: 'src alt', why: 'Pictures: the address is checked against those that the series allows.' },
  { names: 'width height', why: 'Sizes of pictures and cells.' },
  { names: 'start value reversed type', why: 'How lists count.' },
  { names: 'rowspan colspan', why: 'Cells of tables that span others.' },
  { names: 'cite datetime', why: 'Sources of quotations and changes, dates: for machines, never loaded.' },
  { names: 'open', why: 'Whether `details` show what they hold.' },
  { names: 'checked disabled', why: 'Boxes of task lists.' },
  {
    names: 'data-fragment-index',
    why: 'The order of steps. Every other `data-*` of reveal.js loads, runs or moves something.',
  },
];

/** The elements that leave the sanitiser; everything else is taken off. */
export const ALLOWED_TAGS: readonly string[] = namesOf(TAGS);

/** The attributes that leave the sanitiser. */
export const ALLOWED_ATTRIBUTES: readonly string[] = namesOf(ATTRIBUTES);

function namesOf(groups: readonly Allowed[]): readonly string[] {
  return groups.flatMap(({ names }) => names.split(' '));
}
