import type { HistoryPerson, HistoryView, MomentView } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { AskedChange } from './history-frame.ts';

const words = messages.history;

/** To take back all that somebody wrote since a moment; null for who may not. */
export function askUndo(
  { may, you, deck }: HistoryView,
  person: HistoryPerson,
  since: { readonly row: number; readonly time: string },
): AskedChange | null {
  const yours = person.id === you?.id;
  if (deck.frozen || (!may.undoOthers && !yours)) return null;
  return {
    change: { type: 'undo', personId: person.id, since: since.row },
    question: yours ? words.change.undoYours(since.time) : words.change.undo(person.name, since.time),
    stays: words.change.wordsStay,
    yes: words.change.undoYes,
    done: yours ? words.done.undoYours(since.time) : words.done.undo(person.name, since.time),
  };
}

/** To bring back one section of an old text. */
export function askSection({ at, sections }: MomentView, index: number, time: string): AskedChange {
  const title = sections[index]?.title;
  const name = title === undefined || title === '' ? words.sections.opening : title;
  return {
    change: { type: 'restore', at: at.seq, part: { section: index } },
    question: words.change.section(name, time),
    stays: words.change.othersStay(sections.length - 1),
    yes: words.change.restoreYes,
    done: words.done.section(name, time),
  };
}

/** To bring back one slide of an old text. */
export function askSlide({ at }: MomentView, index: number, time: string): AskedChange {
  return {
    change: { type: 'restore', at: at.seq, part: { slide: index } },
    question: words.change.slide(index + 1, time),
    stays: words.change.slideStays,
    yes: words.change.restoreYes,
    done: words.done.slide(index + 1, time),
  };
}

/** To bring back a whole text. */
export function askDeck({ at }: MomentView, time: string): AskedChange {
  return {
    change: { type: 'restore', at: at.seq, part: 'deck' },
    question: words.change.deck(time),
    stays: words.change.deckStays,
    yes: words.change.restoreYes,
    done: words.done.deck(time),
  };
}

/** To bring back what was taken out at once; `seq` is the moment before, which was kept. */
export function askDeletion(seq: number): AskedChange {
  return {
    change: { type: 'takeBack', from: seq + 1, to: seq + 1 },
    question: words.change.deletion,
    stays: words.change.wordsStay,
    yes: words.change.undoYes,
    done: words.done.deletion,
  };
}
