import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import type { Visitor } from '#lib/visitor.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { replaceText } from '#server/decks/replace-text.ts';
import { makeChange } from './change-deck.ts';
import { keepMoment } from './keep-moment.ts';

const OPS = `# Team Ops\n\n- New status page\n- History in weeks, and the pager rests\n- Everybody is well\n\n---\n\n`;
const DOCS = '# SIG Docs\n\nHello\n';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  // Nobody has a deck open here: the rooms of a running Plenum say so at once.
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

/** A deck of which Ada, its host, took out a section; with the row that did it. */
async function deletion() {
  const { ada, bo, deckId } = await harbourCall(db);
  const write = async (who: Visitor, text: string): Promise<number> => {
    await replaceText(who, deckId, { text, ifMatch: null });
    return (await readDeck(deckId)).seq;
  };
  await write(ada, OPS + DOCS);
  const seq = await write(ada, DOCS);
  const tell = () => keepMoment({ deckId, seq: seq - 1, reason: 'deletion', personId: ada.person?.id ?? null });
  const undo = (who: Visitor) => makeChange(who, deckId, { type: 'takeBack', from: seq, to: seq });
  const text = async (): Promise<string> => (await readDeck(deckId)).text;
  return { ada, bo, write, tell, undo, text };
}

describe('a deletion that everybody was told of', () => {
  it('is taken back by whoever writes, with what came since', async () => {
    const { bo, write, tell, undo, text } = await deletion();
    await expect(undo(bo)).rejects.toMatchObject({ code: 'not-allowed' });
    await tell();
    await write(bo, DOCS.replace('Hello', 'Hello from Bo'));
    expect(await undo(bo)).toMatchObject({ undecided: [] });
    expect(await text()).toBe((OPS + DOCS).replace('Hello', 'Hello from Bo'));
  });

  it('is taken back once, however many press one after the other', async () => {
    const { ada, bo, tell, undo, text } = await deletion();
    await tell();
    await undo(bo);
    await undo(ada);
    expect(await text()).toBe(OPS + DOCS);
  });

  it('is not taken back a second time when who did it has brought the words back', async () => {
    const { ada, bo, write, tell, undo, text } = await deletion();
    await tell();
    await write(ada, OPS + DOCS);
    await undo(bo);
    expect(await text()).toBe(OPS + DOCS);
  });

  it('is taken back once by a whole team at the very same moment', async () => {
    const { ada, bo, tell, undo, text } = await deletion();
    await tell();
    await Promise.all(Array.from({ length: 25 }, (_, at) => undo(at % 2 === 0 ? bo : ada)));
    expect(await text()).toBe(OPS + DOCS);
  });
});
