import type { RecordPart, RecordSlideView } from '#lib/record/record-part.ts';

import type { CorrectionsView, EditionChangesView } from './correction-views.ts';

/** The slides of an older edition, those that were changed later with the address of what became of them. */
export function markLater(
  slides: readonly RecordSlideView[],
  changes: EditionChangesView | null,
): readonly RecordSlideView[] {
  if (changes?.type !== 'later') return slides;
  const later = new Map(
    changes.sections
      .flatMap((section) => section.slides)
      .map(({ section, key, type, address }) => [
        `${section}/${key}`,
        // What was taken out leads to the section that it was in, there.
        type === 'removed' ? changes.address : address,
      ]),
  );
  return slides.map((slide) => {
    const address = later.get(`${slide.section}/${slide.key}`);
    return address === undefined ? slide : { ...slide, later: address };
  });
}

/** The sections of a record, those that whoever looks may correct with where. */
export function markCorrectable(
  parts: readonly RecordPart[],
  corrections: CorrectionsView | null,
): readonly RecordPart[] {
  if (corrections === null) return parts;
  const own = new Map(corrections.sections.map(({ key, address, open }) => [key, { address, open }]));
  return parts.map((part) => {
    const correct = own.get(part.key);
    return correct === undefined ? part : { ...part, correct };
  });
}
