'use client';

import { useDeferredValue } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckModel, Problem } from '#lib/slides/deck-model.ts';
import type { DeckDesk } from './deck-desk.ts';

const words = messages.deck.footer;
const BARE = 'min-h-11 rounded-6 px-2 hover:bg-well hover:text-ink desk:min-h-7';
/** A broken deck can have hundreds; the first ones explain the rest. */
const MOST_HINTS = 12;

/** Hints on the text, where one is in the deck, and the keys. */
export function FooterBar({ desk, onKeys }: { readonly desk: DeckDesk; readonly onKeys: () => void }) {
  const model = useDeferredValue(useStore(desk.models));
  const slide = useStore(desk.cursor);
  return (
    <footer className="tabular flex shrink-0 items-center gap-4 border-t border-line px-2 text-14 text-soft desk:h-9">
      {model.problems.length > 0 && <Hints model={model} desk={desk} />}
      <span className="px-2">{words.position(Math.min(slide + 1, model.slides.length), model.slides.length)}</span>
      <span className="ml-auto max-desk:hidden">{words.markdown}</span>
      <button type="button" className={`${BARE} max-desk:ml-auto`} onClick={onKeys}>
        {words.keys} <kbd className="ml-1 font-mono text-12">?</kbd>
      </button>
    </footer>
  );
}

function Hints({ model, desk }: { readonly model: DeckModel; readonly desk: DeckDesk }) {
  const { problems } = model;
  return (
    <Menu
      label={words.hintsLabel}
      trigger={
        <button type="button" className={BARE}>
          {words.hints(problems.length)}
        </button>
      }
    >
      {problems.slice(0, MOST_HINTS).map((problem) => (
        <MenuItem
          key={`${problem.code} ${problem.range.from}`}
          onSelect={() => desk.jump(problem.range.from, problem.range.to)}
        >
          <span className="tabular shrink-0 text-soft">{words.hintLine(lineOf(model, problem))}</span>
          <span className="max-w-[48ch]">{messages.problems.says[problem.code](problem.detail)}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

function lineOf(model: DeckModel, problem: Problem): number {
  return model.text.slice(0, problem.range.from).split('\n').length;
}
