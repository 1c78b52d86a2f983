import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { deckText } from '#lib/deck/deck-doc.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { RoomRevisions, type LargeDeletion, type WorthyMoment } from './room-revisions.ts';

const OPS = `# Team Ops\n\n${'- New status page\n'.repeat(12)}`;
const DOCS = `# SIG Docs\n\n${'- A guide for everybody\n'.repeat(20)}`;

/** A room's text, and what is noticed while people edit it. */
function watched(text: string) {
  const doc = new Y.Doc();
  const shared = deckText(doc);
  shared.insert(0, text);
  const clock = { now: 0 };
  const kept: Omit<WorthyMoment, 'deckId'>[] = [];
  const told: LargeDeletion[] = [];
  let model = parseDeck(text);
  const revisions = new RoomRevisions(
    { keep: (moment) => kept.push(moment), deleted: (deletion) => told.push(deletion) },
    () => model,
    () => clock.now,
  );
  let seq = 10;
  const edit = (personId: string, work: (text: Y.Text) => void, minutes = 0): void => {
    clock.now += minutes * 60_000;
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array): void => void updates.push(update);
    const look = ({ delta }: Y.YTextEvent): void => revisions.edited(delta, personId, shared.length);
    doc.on('update', hear);
    shared.observe(look);
    doc.transact(() => work(shared));
    doc.off('update', hear);
    shared.unobserve(look);
    model = parseDeck(shared.toString(), model);
    revisions.committed(
      seq + 1,
      updates.map((data) => ({ data, personId })),
    );
    seq += updates.length;
  };
  return { edit, kept, told, shared };
}

describe('moments that are kept by themselves', () => {
  it('are those before an edit after a rest, and every ten minutes of editing', () => {
    const { edit, kept } = watched(OPS);
    edit('ada', (text) => text.insert(0, 'a'));
    for (let minute = 1; minute <= 25; minute += 1) edit('ada', (text) => text.insert(0, 'b'), 1);
    edit('bo', (text) => text.insert(0, 'c'), 11);
    expect(kept).toEqual([
      { seq: 10, reason: 'rested', personId: 'ada' },
      { seq: 21, reason: 'edited', personId: 'ada' },
      { seq: 31, reason: 'edited', personId: 'ada' },
      { seq: 36, reason: 'rested', personId: 'bo' },
    ]);
  });

  it('are those before most of a section or of the deck goes, and everybody hears of it', () => {
    const { edit, kept, told, shared } = watched(`${OPS}\n---\n\n${DOCS}`);
    edit('gus', (text) => text.delete(12, OPS.length - 12));
    expect(told).toEqual([{ personId: 'gus', section: 'Team Ops', seq: 11 }]);
    edit('gus', (text) => text.delete(5, shared.length - 10));
    expect(told[1]).toEqual({ personId: 'gus', section: null, seq: 12 });
    expect(kept.filter(({ reason }) => reason === 'deletion').map(({ seq }) => seq)).toEqual([10, 11]);
  });

  it('are not those before a line goes, a section is moved, or written anew', () => {
    const { edit, told } = watched(`${OPS}\n---\n\n${DOCS}`);
    edit('ada', (text) => text.delete(12, 90));
    edit('ada', (text) => text.insert(12, '- New status page\n'.repeat(6)));
    edit('ada', (text) => {
      const moved = text.toString().slice(0, OPS.length);
      text.delete(0, OPS.length);
      text.insert(text.length, moved);
    });
    edit('ada', (text) => {
      text.delete(20, 300);
      text.insert(20, 'x'.repeat(290));
    });
    expect(told).toEqual([]);
  });
});
