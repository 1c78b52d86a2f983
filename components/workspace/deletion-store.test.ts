import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Cell } from '#components/connection/cell.ts';
import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { createStore } from '#lib/sync/external-store.ts';
import type { LargeDeletionNotice } from '#lib/sync/frames.ts';
import { DeletionStore } from './deletion-store.ts';

const OPS = `# Team Ops\n\n${'- New status page\n'.repeat(12)}`;
const DOCS = `# SIG Docs\n\n- A guide for everybody\n`;

/** Two people in one deck; what one of them is shown. */
function opened() {
  const [own, others] = [createDeckDoc(), createDeckDoc()];
  own.on('update', (update: Uint8Array) => Y.applyUpdate(others, update));
  others.on('update', (update: Uint8Array) => Y.applyUpdate(own, update));
  const text = deckText(own);
  // By several hands, each word an item of its own.
  for (const [at, line] of (OPS + DOCS).split(/(?<=\n)/).entries())
    deckText(at % 2 === 0 ? own : others).insert(text.length, line);
  const largeDeletion = createStore<LargeDeletionNotice | null>(null);
  const models = new Cell({ text: text.toJSON() });
  const store = new DeletionStore({ text, largeDeletion }, models);
  const end = store.listen();
  let seq = 0;
  const tell = (section: string | null): LargeDeletionNotice => {
    seq += 1;
    const notice: LargeDeletionNotice = { code: 'large-deletion', by: 'Eli', section, seq };
    largeDeletion.set(notice);
    return notice;
  };
  const read = (): void => models.set({ text: text.toJSON() });
  return { text, theirs: deckText(others), store, end, tell, read };
}

describe('a large deletion', () => {
  it('is shown until the words are back, whoever brings them', () => {
    const { text, theirs, store, tell, read } = opened();
    const manager = new Y.UndoManager(theirs);
    theirs.delete(0, OPS.length);
    // The model is older than the deletion.
    const notice = tell('Team Ops');
    expect(store.getSnapshot()).toEqual(notice);
    read();
    expect(store.getSnapshot()).toEqual(notice);
    text.insert(0, 'meanwhile\n');
    read();
    expect(store.getSnapshot()).toEqual(notice);
    manager.undo();
    read();
    expect(text.toJSON()).toContain(OPS);
    expect(store.getSnapshot()).toBeNull();
  });

  it('of words that were moved is not shown once they are pasted', () => {
    const { text, store, tell, read } = opened();
    text.delete(0, OPS.length);
    tell('Team Ops');
    text.insert(text.length, OPS);
    expect(store.getSnapshot()).not.toBeNull();
    read();
    expect(store.getSnapshot()).toBeNull();
    // Pasted before the server has told of it.
    text.delete(text.length - OPS.length, OPS.length);
    text.insert(0, OPS);
    tell('Team Ops');
    expect(store.getSnapshot()).toBeNull();
  });

  it('stays when other words come or go, and what is put in its place', () => {
    const { text, theirs, store, tell, read } = opened();
    theirs.doc?.transact(() => {
      theirs.delete(0, OPS.length);
      theirs.insert(0, 'LOL');
    });
    const notice = tell('Team Ops');
    text.insert(0, 'x'.repeat(500));
    read();
    text.delete(0, 500);
    read();
    text.insert(0, 'x'.repeat(500));
    read();
    expect(store.getSnapshot()).toEqual(notice);
  });

  it('gives way to the newest, and goes when it is put away', () => {
    const { theirs, store, tell, end } = opened();
    theirs.delete(0, OPS.length);
    tell('Team Ops');
    theirs.delete(0, theirs.length);
    expect(tell(null)).toEqual(store.getSnapshot());
    store.putAway();
    expect(store.getSnapshot()).toBeNull();
    end();
    tell(null);
    expect(store.getSnapshot()).toBeNull();
  });

  it('that this page has not seen itself is shown all the same', () => {
    const { store, tell, read } = opened();
    const notice = tell(null);
    read();
    expect(store.getSnapshot()).toEqual(notice);
  });
});
