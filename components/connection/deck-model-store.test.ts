import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DeckModelStore, type Schedule } from './deck-model-store.ts';

/** A scheduler that waits until it is told to go on. */
function byHand() {
  let waiting: (() => void) | null = null;
  const schedule: Schedule = (work) => {
    waiting = work;
    return () => {
      waiting = null;
    };
  };
  const goOn = () => {
    const work = waiting;
    waiting = null;
    work?.();
  };
  return { schedule, goOn, isWaiting: () => waiting !== null };
}

function sharedText(): Y.Text {
  return new Y.Doc().getText('deck');
}

describe('model of the shared text', () => {
  it('is what came with the page until the text has arrived', () => {
    const { schedule, goOn } = byHand();
    const models = new DeckModelStore('# One', schedule);
    const text = sharedText();
    models.attach(text);
    expect(models.getSnapshot().text).toBe('# One');
    text.insert(0, '# Two');
    goOn();
    expect(models.getSnapshot().text).toBe('# Two');
  });

  it('is made once for many keystrokes of one frame', () => {
    const { schedule, goOn } = byHand();
    const models = new DeckModelStore('', schedule);
    const text = sharedText();
    models.attach(text);
    let told = 0;
    models.subscribe(() => told++);
    for (const letter of 'abc') text.insert(text.length, letter);
    goOn();
    expect([told, models.getSnapshot().text]).toEqual([1, 'abc']);
  });

  it('is the text of this moment when asked to be', () => {
    const { schedule, isWaiting } = byHand();
    const models = new DeckModelStore('', schedule);
    const text = sharedText();
    models.attach(text);
    text.insert(0, 'now');
    expect(models.refresh().text).toBe('now');
    expect(isWaiting()).toBe(false);
  });

  it('stays as it is when the deck is left', () => {
    const { schedule, goOn } = byHand();
    const models = new DeckModelStore('', schedule);
    const text = sharedText();
    const leave = models.attach(text);
    text.insert(0, 'last');
    leave();
    goOn();
    expect(models.getSnapshot().text).toBe('');
  });
});
