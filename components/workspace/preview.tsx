'use client';

import { useStore } from '#components/connection/use-store.ts';
import { openOutside } from '#components/connection/open-outside.ts';
import { Stage } from '#components/stage/stage.tsx';
import type { PickedPicture } from '#components/stage/stage-link.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';
import { sourceMeasures } from './source-measures.ts';
import type { DeckDesk } from './deck-desk.ts';

interface PreviewProps {
  readonly desk: DeckDesk;
  readonly view: DeckView;
  readonly stage: string;
}

/** Who writes a slide wants to see all of it: every step counts as taken. */
const ALL_STEPS = 1000;

/** The slide under the cursor, as the audience will see it. Going on with its own keys takes the cursor along. */
export function Preview({ desk, view, stage }: PreviewProps) {
  const deck = useStore(desk.models);
  const slide = useStore(desk.cursor);
  const shown = useStore(desk.presentation);
  const { assets } = useStore(desk.pictures);
  const writable = useStore(desk.writable);
  const place = shown.toSource(shown.toPresented({ slide, generated: null }));
  // Who writes in a section that is left out sees what it would look like.
  const leftOut = place.slide !== slide || place.generated !== null;
  const model = leftOut ? deck : shown.model;
  const pick = (picked: PickedPicture): void => {
    const source = leftOut ? { slide: picked.slide, generated: null } : shown.toSource(picked.slide);
    const seen = model === deck ? null : { model, slide: picked.slide };
    if (source.generated === null) {
      desk.pictureMenu.open({ type: 'slide', slide: source.slide, index: picked.index, shown: seen });
    }
  };
  return (
    <section aria-label={messages.deck.preview.label} className="flex h-full min-h-0 flex-col p-3">
      {leftOut && <p className="pb-2 text-14 font-semibold">{messages.deck.preview.leftOut}</p>}
      <div className="aspect-[4/3] max-h-full w-full overflow-hidden rounded-6 border border-line bg-sheet">
        <Stage
          model={model}
          assets={assets}
          foreignPictures={view.pictures.foreignPictures}
          src={stage}
          position={{
            slide: leftOut ? Math.min(slide, model.slides.length - 1) : shown.toPresented({ slide, generated: null }),
            fragment: ALL_STEPS,
          }}
          onMove={(to) => desk.shown(leftOut ? to.slide : shown.toSource(to.slide).slide)}
          onLink={openOutside}
          onMeasured={(slides) => desk.hints.measured(leftOut ? slides : sourceMeasures(slides, shown, deck))}
          {...(writable ? { onPicture: pick } : {})}
          keyboard
          label={messages.deck.preview.label}
        />
      </div>
      <SlideNotes notes={deck.slides[slide]?.notes.trim() ?? ''} />
    </section>
  );
}

/** What the presenter will read below this slide, as it was typed: notes are never HTML here. */
function SlideNotes({ notes }: { readonly notes: string }) {
  if (notes === '') return null;
  return (
    <div className="mt-4 min-h-0 overflow-y-auto px-1">
      <h2 className="label-caps mb-1">{messages.live.notes}</h2>
      <p className="max-w-[72ch] text-14 whitespace-pre-wrap">{notes}</p>
    </div>
  );
}
