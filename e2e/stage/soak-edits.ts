import { oneOf, type Chance } from '#e2e/harness/chance.ts';
import { anyAttributes, anyBlock, anyOption, anySlide, STEP, type SoakDeck, type SoakSlide } from './soak-deck.ts';

/** Where the soak stands: the deck, what it was, and the slide that is shown. */
export interface SoakState {
  readonly deck: SoakDeck;
  readonly past: readonly SoakDeck[];
  /** The slide that is shown, and its last visible step. */
  readonly shown: number;
  readonly fragment: number;
  readonly lastId: number;
}

/** What an edit made of it. */
export interface SoakStep {
  readonly name: string;
  readonly state: SoakState;
  /** Whether the text alone says where the slide is that was shown, always or when nothing else happens in the same frame. */
  readonly evident: 'always' | 'alone' | 'never';
}

type Edit = (state: SoakState, pick: Chance) => SoakStep;

/** One of the things that people do to a deck, as often on the slide that is shown as on all others together. */
export function anyEdit(state: SoakState, pick: Chance): SoakStep {
  const step = oneOf<Edit>(pick, EDITS)(state, pick);
  const past = [...state.past, state.deck].slice(-10);
  return { ...step, state: { ...step.state, past } };
}

const FEWEST = 5;
const MOST = 28;

const EDITS: readonly [Edit, ...Edit[]] = [
  insertSlide,
  insertSlide,
  deleteSlide,
  deleteSlide,
  moveSlide,
  moveSlide,
  splitSlide,
  joinSlides,
  turnSlide,
  type,
  type,
  type,
  typeHeading,
  addBlock,
  removeBlock,
  setAttributes,
  setOption,
  takeBack,
  jump,
];

function insertSlide(state: SoakState, pick: Chance): SoakStep {
  const { slides } = state.deck;
  if (slides.length >= MOST) return deleteSlide(state, pick);
  const id = state.lastId + 1;
  const at = pick(slides.length + 1);
  return edited('insert', { ...state, lastId: id }, slides.toSpliced(at, 0, anySlide(id, pick)));
}

function deleteSlide(state: SoakState, pick: Chance): SoakStep {
  const { slides } = state.deck;
  if (slides.length <= FEWEST) return insertSlide(state, pick);
  const at = anyPlace(state, pick);
  const rest = slides.toSpliced(at, 1);
  if (slides[at]?.id !== state.shown) return edited('delete', state, rest);
  const heir = rest[Math.min(at, rest.length - 1)]?.id ?? 0;
  return {
    ...edited('delete the shown', { ...state, shown: heir, fragment: -1 }, rest),
    evident: at < rest.length ? 'alone' : 'never',
  };
}

function moveSlide(state: SoakState, pick: Chance): SoakStep {
  const { slides } = state.deck;
  const from = anyPlace(state, pick);
  const moved = slides.slice(from, from + 1);
  return edited('move', state, slides.toSpliced(from, 1).toSpliced(pick(slides.length), 0, ...moved));
}

/** Somebody types a separator into the middle of a slide: what was shown is what stands before it. */
function splitSlide(state: SoakState, pick: Chance): SoakStep {
  const { slides } = state.deck;
  const at = anyPlace(state, pick);
  const slide = slides[at];
  if (slide === undefined || slide.blocks.length < 2 || slides.length >= MOST) return type(state, pick);
  const cut = 1 + pick(slide.blocks.length - 1);
  const id = state.lastId + 1;
  const halves = [
    { ...slide, blocks: slide.blocks.slice(0, cut) },
    { id, vertical: pick(2) === 0, blocks: slide.blocks.slice(cut) },
  ];
  return {
    ...edited('split', { ...state, lastId: id }, slides.toSpliced(at, 1, ...halves)),
    evident: slide.id === state.shown ? 'never' : 'always',
  };
}

/** Somebody deletes the separator before a slide. */
function joinSlides(state: SoakState, pick: Chance): SoakStep {
  const { slides } = state.deck;
  const at = anyPlace(state, pick);
  const [first, second] = [slides[at - 1], slides[at]];
  if (first === undefined || second === undefined || slides.length <= FEWEST) return insertSlide(state, pick);
  const joined = { ...first, blocks: [...first.blocks, ...second.blocks] };
  const shown = state.shown === second.id ? first.id : state.shown;
  const here = shown === first.id;
  return {
    ...edited('join', { ...state, shown }, slides.toSpliced(at - 1, 2, joined)),
    evident: here ? 'never' : 'always',
  };
}

function turnSlide(state: SoakState, pick: Chance): SoakStep {
  return change('turn', state, pick, (slide) => ({ ...slide, vertical: !slide.vertical }));
}

function type(state: SoakState, pick: Chance): SoakStep {
  return change('type', state, pick, ({ blocks, ...slide }) => {
    const at = blocks.findIndex((block) => block.startsWith('Words'));
    const typed = oneOf(pick, ['more', 'ü', '🎉', '**b**', '<b>', '%']);
    if (at === -1) return { ...slide, blocks: ['Words', ...blocks] };
    return { ...slide, blocks: blocks.with(at, `${blocks[at]} ${typed}`) };
  });
}

function typeHeading(state: SoakState, pick: Chance): SoakStep {
  return change('type a heading', state, pick, ({ blocks, ...slide }) => ({
    ...slide,
    blocks: blocks.map((block) => (block.startsWith('#') ? `${block}${pick(10)}` : block)),
  }));
}

function addBlock(state: SoakState, pick: Chance): SoakStep {
  return change('add a block', state, pick, ({ blocks, ...slide }) => {
    const words = blocks.findIndex((block) => block.startsWith('Words')) + 1;
    return { ...slide, blocks: blocks.toSpliced(words, 0, anyBlock(slide.id, pick)) };
  });
}

function removeBlock(state: SoakState, pick: Chance): SoakStep {
  return change('remove a block', state, pick, ({ blocks, ...slide }) => {
    const at = pick(blocks.length);
    if (blocks.length < 3 || /^(?:#|Words)/.test(blocks[at] ?? ''))
      return { ...slide, blocks: [...blocks, `Line ${STEP}`] };
    return { ...slide, blocks: blocks.toSpliced(at, 1) };
  });
}

function setAttributes(state: SoakState, pick: Chance): SoakStep {
  return change('set attributes', state, pick, ({ blocks, ...slide }) => {
    const rest = blocks.filter((block) => !block.startsWith('<!-- .slide:'));
    return { ...slide, blocks: pick(3) === 0 ? rest : [anyAttributes(slide.id, pick), ...rest] };
  });
}

function setOption(state: SoakState, pick: Chance): SoakStep {
  const [key, value] = anyOption(pick);
  const { [key]: _, ...rest } = state.deck.front;
  const front = value === null ? rest : { ...rest, [key]: value };
  return { name: `set ${key}`, state: { ...state, deck: { ...state.deck, front } }, evident: 'always' };
}

/** Somebody takes back the last edits, all at once. */
function takeBack(state: SoakState, pick: Chance): SoakStep {
  const deck = state.past[pick(state.past.length)];
  if (deck === undefined) return insertSlide(state, pick);
  const kept = deck.slides.some(({ id }) => id === state.shown);
  const at = Math.min(placeOf(state), deck.slides.length - 1);
  const shown = kept ? state.shown : (deck.slides[at]?.id ?? 0);
  return {
    name: 'take back',
    state: { ...state, deck, shown, fragment: kept ? state.fragment : -1 },
    evident: 'never',
  };
}

/** The presenter goes somewhere else. */
function jump(state: SoakState, pick: Chance): SoakStep {
  const shown = state.deck.slides[pick(state.deck.slides.length)]?.id ?? 0;
  return { name: 'jump', state: { ...state, shown, fragment: oneOf(pick, [-1, 0, 1, 1000]) }, evident: 'never' };
}

function edited(name: string, state: SoakState, slides: readonly SoakSlide[]): SoakStep {
  return { name, state: { ...state, deck: { ...state.deck, slides } }, evident: 'always' };
}

function change(name: string, state: SoakState, pick: Chance, by: (slide: SoakSlide) => SoakSlide): SoakStep {
  const at = anyPlace(state, pick);
  return edited(
    name,
    state,
    state.deck.slides.map((slide, index) => (index === at ? by(slide) : slide)),
  );
}

function anyPlace(state: SoakState, pick: Chance): number {
  return pick(2) === 0 ? placeOf(state) : pick(state.deck.slides.length);
}

/** Running number of the slide that is shown. */
export function placeOf({ deck, shown }: SoakState): number {
  return Math.max(
    0,
    deck.slides.findIndex(({ id }) => id === shown),
  );
}
