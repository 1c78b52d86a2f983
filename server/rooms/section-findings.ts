import type { FoundSection } from '#lib/sections/find-again.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { sourceHash } from '#lib/slides/source-hash.ts';
import type { SectionFinding } from '#server/sections/section-rows.ts';
import type { StoredOrder, StoredSection } from '#server/sections/stored-order.ts';
import type { EditedPlace } from './edited-places.ts';

/** What was found in a text, and where people had edited it. */
export interface Findings {
  readonly found: readonly FoundSection[];
  readonly edits: readonly EditedPlace[];
  /** By row: what its section said when it was last looked at, as a hash. */
  readonly texts: ReadonlyMap<string, string>;
  readonly model: DeckModel;
}

/** What differs from what is stored: new sections, changed ones, those that are gone. */
export function findingsOf({ sections }: StoredOrder, findings: Findings): readonly SectionFinding[] {
  const { found } = findings;
  const here = new Set(found.map(({ kept }) => kept));
  const gone = sections.flatMap((section, index) => (here.has(index) || section.gone ? [] : [goneNow(section)]));
  const present = found.flatMap((each) => {
    const before = each.kept === null ? undefined : sections[each.kept];
    const finding = findingOf(each, before, findings);
    return before !== undefined && isSame(before, finding) ? [] : [finding];
  });
  return [...present, ...gone];
}

/** Whether a finding changes what people see: the rest can wait. */
export function isSeen({ id, gone, anchor, drafted }: SectionFinding, { sections }: StoredOrder): boolean {
  const before = sections.find((section) => section.id === id);
  return before === undefined || before.gone !== gone || before.anchor !== anchor || drafted;
}

/** What a section says, as a hash: without its separator, which may change when it is moved. */
export function textOf({ text, slides }: DeckModel, { section }: FoundSection): string {
  return sourceHash(text.slice(slides[section.fromSlide]?.body.from ?? section.range.from, section.range.to).trim());
}

function findingOf(each: FoundSection, before: StoredSection | undefined, findings: Findings): SectionFinding {
  const { anchor, title, position, words } = each;
  const edit = editIn(each, before, findings);
  return {
    id: before?.id ?? null,
    anchor,
    title,
    position,
    words,
    gone: false,
    drafted: edit !== undefined && (before?.status ?? 'empty') === 'empty',
    changed: edit === undefined ? null : { at: new Date(), personId: edit.personId },
  };
}

/** The last edit in a section; none when it still says the same: then it, or its neighbour, was only moved. */
function editIn(
  { section, position, ...each }: FoundSection,
  before: StoredSection | undefined,
  { found, edits, texts, model }: Findings,
): EditedPlace | undefined {
  const end = position === found.length - 1 ? Number.POSITIVE_INFINITY : section.range.to;
  const edit = edits.findLast(({ offset }) => section.range.from <= offset && offset < end);
  if (edit === undefined || before === undefined) return edit;
  return texts.get(before.id) === textOf(model, { section, position, ...each }) ? undefined : edit;
}

function goneNow({ id, anchor, title, position, words }: StoredSection): SectionFinding {
  return { id, anchor, title, position, words, gone: true, drafted: false, changed: null };
}

function isSame(before: StoredSection, finding: SectionFinding): boolean {
  return (
    finding.changed === null &&
    !before.gone &&
    before.anchor === finding.anchor &&
    before.title === finding.title &&
    before.position === finding.position &&
    before.words.length === finding.words.length &&
    before.words.every((hash, index) => hash === finding.words[index])
  );
}
