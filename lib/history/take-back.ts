import { addChange, type TextChange } from '#lib/deck/edit-text.ts';
import type { Undecided } from './history-views.ts';
import { without, type Range } from './ranges.ts';
import { isThere, type Run } from './trace.ts';
import { wordsBrought, wordsElsewhere, type Piece } from './words-elsewhere.ts';

/** Which acts are taken back: of writing by the client and the row, of taking out by the row. */
export interface Taken {
  readonly wrote: (client: number, row: number) => boolean;
  readonly tookOut: (row: number) => boolean;
  /** Who is behind a row. */
  readonly authorOf: (row: number) => string | null;
  /** Whose acts they are. */
  readonly by: string | null;
}

/** Words that taking back leaves where they are, for people to decide. Offsets are those of the text of today. */
export interface LeftWords {
  readonly why: Undecided['why'];
  readonly words: string;
  readonly at: number;
  /** Client that wrote, and row that brought, what stands there now. */
  readonly client: number;
  readonly row: number;
}

/** What takes acts back: in order, by offsets of the text of today. */
export interface TakenBack {
  readonly changes: readonly TextChange[];
  readonly left: readonly LeftWords[];
}

interface Place extends Piece {
  readonly fate: 'stays' | 'goes' | 'comes back' | 'stays out';
}

/**
 * What takes back some of the acts that made a text, of which `runs` is the whole history up to `head`: what they wrote goes, what
 * they took out comes back where its neighbours stand, and all that others wrote stays, each character once. What others took out
 * as well stays out. Words that others have put elsewhere since are not brought back a second time, but named.
 */
export function takeBack(runs: readonly Run[], head: number, taken: Taken): TakenBack {
  const places = placesOf(runs, head, taken);
  const { tookOut, authorOf, by } = taken;
  const out = places.filter(({ fate }) => fate === 'stays out');
  const back = places.filter(({ fate }) => fate === 'comes back');
  const elsewhere = wordsElsewhere({
    back,
    since: writtenSince(places, taken),
    gone: out.filter(({ run }) => !run.deleted.every(tookOut)),
    authorOf,
  });
  const brought = wordsBrought({
    goes: places.filter(({ fate }) => fate === 'goes'),
    back,
    cut: out.filter(({ run }) => run.deleted.some((row) => !tookOut(row) && authorOf(row) === by)),
  });
  const left = [
    ...elsewhere.words.map((words) => ({ ...words, why: 'elsewhere' as const })),
    ...brought.words.map((words) => ({ ...words, why: 'brought' as const })),
    ...takenByOthersToo(out, taken),
    ...wordsAlone(places),
  ];
  return {
    changes: changesOf(places, (index) => elsewhere.ranges.get(index) ?? brought.ranges.get(index) ?? []),
    left: left.toSorted((a, b) => a.at - b.at),
  };
}

function placesOf(runs: readonly Run[], head: number, taken: Taken): readonly Place[] {
  let at = 0;
  return runs.map((run, index) => {
    const there = isThere(run, head);
    const place = { run, index, at, fate: fateOf(run, there, taken) };
    if (there) at += run.text.length;
    return place;
  });
}

function fateOf({ client, inserted, deleted }: Run, there: boolean, { wrote, tookOut }: Taken): Place['fate'] {
  if (there) return wrote(client, inserted) ? 'goes' : 'stays';
  // What several took out at the same time stays out as long as one of them meant it.
  return deleted.length > 0 && deleted.every(tookOut) && !wrote(client, inserted) ? 'comes back' : 'stays out';
}

/** What others wrote after the first of these acts and still stands: words that were put elsewhere are among it. */
function writtenSince(places: readonly Place[], { tookOut }: Taken): readonly Place[] {
  const first = places.reduce(
    (least, { run }) => run.deleted.reduce((row, each) => (tookOut(each) ? Math.min(row, each) : row), least),
    Infinity,
  );
  return places.filter(({ run, fate }) => fate === 'stays' && run.inserted >= first);
}

/** `moved` are the ranges of a run that neither go nor come back. */
function changesOf(places: readonly Place[], moved: (index: number) => readonly Range[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  for (const { run, at, fate, index } of places) {
    if (fate !== 'goes' && fate !== 'comes back') continue;
    for (const { from, to } of without({ from: 0, to: run.text.length }, moved(index)))
      if (fate === 'goes') addChange(changes, { at: at + from, remove: to - from, insert: '' });
      else addChange(changes, { at, remove: 0, insert: run.text.slice(from, to) });
  }
  return changes;
}

/** Words that would come back, had not somebody else taken them out at the same time. */
function takenByOthersToo(out: readonly Place[], { wrote, tookOut }: Taken): readonly LeftWords[] {
  const both = out.filter(({ run }) => run.deleted.some(tookOut) && !wrote(run.client, run.inserted));
  return both.flatMap(({ run: { text, client, deleted }, at }) => {
    const row = deleted.find((each) => !tookOut(each)) ?? 0;
    return hasWord(text) ? [{ why: 'both' as const, words: text.trim(), at, client, row }] : [];
  });
}

/** Words of others between words that go, on both sides: what they were about is gone. */
function wordsAlone(places: readonly Place[]): readonly LeftWords[] {
  const left: LeftWords[] = [];
  let goesBefore = false;
  let alone: Place[] = [];
  for (const place of places) {
    if (place.fate === 'comes back') [goesBefore, alone] = [false, []];
    else if (place.fate === 'stays' && goesBefore) alone.push(place);
    else if (place.fate === 'goes') {
      left.push(...asLeft(alone));
      [goesBefore, alone] = [true, []];
    }
    // What is longer than a line or two is no word within what somebody else wrote.
    if (alone.reduce((length, { run }) => length + run.text.length, 0) > 200) [goesBefore, alone] = [false, []];
  }
  return left;
}

function asLeft(alone: readonly Place[]): readonly LeftWords[] {
  const words = alone.map(({ run }) => run.text).join('');
  const [first] = alone;
  if (first === undefined || !hasWord(words)) return [];
  return [{ why: 'alone', words: words.trim(), at: first.at, client: first.run.client, row: first.run.inserted }];
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
