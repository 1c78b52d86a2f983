import type { DeckModel, Slide } from './deck-model.ts';
import { nextLineStart, type Lines } from './lines.ts';
import type { Separator } from './separators.ts';
import { slideFacts, type SlideFacts } from './slide-facts.ts';

/** Where a slide begins and ends, before anything in it was read. */
interface Cut {
  readonly from: number;
  readonly bodyFrom: number;
  readonly to: number;
  readonly vertical: boolean;
}

/** The slides between the separators. Those whose text is as before, seen from either end of the deck, are not read again. */
export function cutSlides(
  deck: { readonly text: string; readonly lines: Lines; readonly separators: readonly Separator[] },
  previous?: DeckModel,
): readonly Slide[] {
  const cuts = cutsOf(deck.text, deck.lines, deck.separators);
  const read = rememberingReader();
  const shift = cuts.length - (previous?.slides.length ?? 0);
  let h = -1;
  let v = 0;
  return cuts.map((cut, index) => {
    v = cut.vertical ? v + 1 : 0;
    if (!cut.vertical) h++;
    const body = deck.text.slice(cut.bodyFrom, cut.to);
    const facts = factsAt(body, previous, index) ?? factsAt(body, previous, index - shift) ?? read(body);
    return slideOf(facts, cut, { index, h, v });
  });
}

/** Slides that say the same are read once: decks of thousands of empty slides exist in hostile hands only, and must not cost. */
function rememberingReader(): (body: string) => SlideFacts {
  const known = new Map<string, SlideFacts>();
  return (body) => {
    const facts = known.get(body) ?? slideFacts(body);
    known.set(body, facts);
    return facts;
  };
}

function cutsOf(text: string, lines: Lines, separators: readonly Separator[]): readonly Cut[] {
  const first = { from: lines.starts[0] ?? 0, bodyFrom: lines.starts[0] ?? 0, vertical: false };
  const others = separators.map(({ line, vertical }) => ({
    from: lines.starts[line] ?? text.length,
    bodyFrom: nextLineStart(text, lines, line),
    vertical,
  }));
  return [first, ...others].map((cut, index) => ({
    ...cut,
    to: others[index]?.from ?? text.length,
  }));
}

function factsAt(body: string, previous: DeckModel | undefined, index: number): SlideFacts | null {
  const slide = previous?.slides[index];
  if (previous === undefined || slide === undefined) return null;
  const { from, to } = slide.body;
  return to - from === body.length && previous.text.slice(from, to) === body ? slide : null;
}

function slideOf(facts: SlideFacts, cut: Cut, at: Pick<Slide, 'index' | 'h' | 'v'>): Slide {
  const { source, notes, attributes, headings, hash, problems } = facts;
  const range = { from: cut.from, to: cut.to };
  return {
    ...at,
    range,
    body: { from: cut.bodyFrom, to: cut.to },
    source,
    notes,
    attributes,
    headings,
    hash,
    problems,
  };
}
