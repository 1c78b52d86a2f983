'use client';

import { useDeferredValue, useEffect, useRef, type RefObject } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import type { Hint } from '#components/editor/hint.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckDesk } from './deck-desk.ts';
import { hintGroups } from './hint-groups.ts';
import { HintGroupPart } from './hint-group-part.tsx';
import { HintMark } from './hint-mark.tsx';
import { useMendFocus } from './use-mend-focus.ts';

const words = messages.deck.hints;
const WEIGHTS: readonly Hint['weight'][] = ['fault', 'advice'];

export const HINTS_PANEL_ID = 'hints';

interface HintsPanelProps {
  readonly desk: DeckDesk;
  /** Called before a hint is shown in the text: a phone may show another part. */
  readonly onGo: () => void;
  readonly onClose: () => void;
}

/** The hints on the text, what breaks slides first. It stays beside the text and is read with it; Escape closes it. */
export function HintsPanel({ desk, onGo, onClose }: HintsPanelProps) {
  const hints = useDeferredValue(useStore(desk.hints));
  const writable = useStore(desk.writable);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  useEscape(panel, onClose);
  const keepFocus = useMendFocus(panel);
  const mend = (some: readonly Hint[]) => {
    keepFocus();
    desk.mend(some);
  };
  const describe = (hint: Hint) => {
    keepFocus();
    desk.pictureMenu.open({ type: 'offset', offset: hint.range.from });
  };
  const go = (hint: Hint) => {
    onGo();
    desk.goToHint(hint);
  };
  return (
    <aside
      ref={panel}
      id={HINTS_PANEL_ID}
      tabIndex={-1}
      aria-labelledby="hints-title"
      className="max-h-[40dvh] shrink-0 overflow-y-auto overscroll-contain border-t border-line bg-sheet outline-none"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between bg-sheet py-1 pr-2 pl-4">
        <h2 id="hints-title" className="text-16 font-semibold">
          {words.title}
        </h2>
        <Button tone="bare" className="text-soft" onClick={onClose}>
          {messages.frame.close}
        </Button>
      </div>
      {hints.length === 0 && <p className="px-4 pt-1 pb-5 text-14 text-soft">{words.none}</p>}
      {WEIGHTS.map((weight) => (
        <WeightPart
          key={weight}
          weight={weight}
          hints={hints}
          onGo={go}
          onMend={writable ? mend : null}
          onDescribe={describe}
        />
      ))}
    </aside>
  );
}

interface WeightPartProps {
  readonly weight: Hint['weight'];
  readonly hints: readonly Hint[];
  readonly onGo: (hint: Hint) => void;
  readonly onMend: ((hints: readonly Hint[]) => void) | null;
  readonly onDescribe: (hint: Hint) => void;
}

function WeightPart({ weight, hints, onGo, onMend, onDescribe }: WeightPartProps) {
  const some = hints.filter((hint) => hint.weight === weight);
  if (some.length === 0) return null;
  return (
    <section aria-label={words.weights[weight]} className="max-w-[64rem] px-4 pb-4">
      <h3 className="label-caps flex items-center gap-1.5 py-1">
        <HintMark weight={weight} />
        {words.weights[weight]}
        <span className="tabular font-normal">{some.length}</span>
      </h3>
      <div className="divide-y divide-line border-t border-line">
        {hintGroups(some).map((group) => (
          <HintGroupPart key={group.code} group={group} onGo={onGo} onMend={onMend} onDescribe={onDescribe} />
        ))}
      </div>
    </section>
  );
}

function useEscape(box: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onEscape();
    };
    const element = box.current;
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [box, onEscape]);
}
