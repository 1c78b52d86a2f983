import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Cell } from '#components/connection/cell.ts';
import { DeckModelStore } from '#components/connection/deck-model-store.ts';
import { PresentationStore } from '#components/connection/presentation-store.ts';
import { SectionsStore } from '#components/connection/sections-store.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';
import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { firstLiveState, type LiveRefusalReason, type LiveRequest, type LiveState } from '#lib/live/live-state.ts';
import type { ConnectionStatus } from '#lib/sync/connection-status.ts';
import { LiveCourse } from './live-course.ts';
import { placeOf } from './live-place.ts';

const DECK = ['# Welcome', '# Team Ops', '# Docs', '# Events', '# Goodbye'].join('\n\n---\n\n');
const ONLINE: ConnectionStatus = { type: 'live', saved: true, savedAt: null, degraded: false, writable: false };
const OFFLINE: ConnectionStatus = { type: 'offline', kept: 'not-kept', unsavedSince: null };
const at = (slide: number, fragment = -1) => ({ slide, fragment });

/** Ada's page in a call, and a server that says what it is told to say. */
function joined() {
  const doc = createDeckDoc();
  const text = deckText(doc);
  text.insert(0, DECK);
  const models = new DeckModelStore('', () => () => undefined);
  models.attach(text);
  const live = new Cell<LiveState | null>(null);
  const liveRefusal = new Cell<{ reason: LiveRefusalReason; at: number } | null>(null);
  const status = new Cell<ConnectionStatus>(ONLINE);
  const asked: LiveRequest[] = [];
  const request = (each: LiveRequest) => {
    if (status.getSnapshot().type !== 'live') return false;
    asked.push(each);
    return true;
  };
  const sections = new SectionsStore(models, EMPTY_ORDER);
  const presentation = new PresentationStore(models, sections, { call: null, template: null });
  const course = new LiveCourse(
    { connection: { doc, live, liveRefusal, status, request }, models, presentation },
    'ada',
  );
  let version = 0;
  const say = (presenter: string | null, slide: number | null, fragment = -1) => {
    version += 1;
    const position =
      slide === null
        ? null
        : { ...placeOf(doc, models.refresh(), { ...at(slide, fragment), generated: null }), seq: 1 };
    const named = presenter === null ? null : { personId: presenter, name: presenter };
    live.set({ ...firstLiveState('2026-11-21T15:00:00Z'), version, presenter: named, position });
  };
  const edit = (change: () => void) => {
    change();
    models.refresh();
  };
  return { course, text, say, edit, asked, status, live, liveRefusal, shown: () => course.getSnapshot() };
}

describe('before the call', () => {
  it('goes where its keys take it and tells nobody', () => {
    const { course, shown, asked } = joined();
    course.moved(at(2));
    expect([shown().role, shown().position, asked]).toEqual(['rehearsing', at(2), []]);
  });

  it('begins the call at its beginning, wherever the rehearsal ended', () => {
    const { course, say, shown } = joined();
    course.moved(at(3));
    say('ada', null);
    expect([shown().role, shown().position]).toEqual(['presenting', at(0)]);
  });
});

describe('following', () => {
  it('lands where the presenter is and goes along', () => {
    const { say, shown } = joined();
    say('eli', 2);
    expect([shown().role, shown().position]).toEqual(['following', at(2)]);
    say('eli', 3, 1);
    expect(shown().position).toEqual(at(3, 1));
  });

  it('stays where its own keys took it, and knows how far the presenter is', () => {
    const { course, say, shown, asked } = joined();
    say('eli', 1);
    course.moved(at(0));
    say('eli', 4);
    expect([shown().role, shown().position, shown().live, asked]).toEqual(['apart', at(0), at(4), []]);
  });

  it('stays where it was sent, also on the presenter’s own slide', () => {
    const { course, say, shown, asked } = joined();
    say('eli', 1);
    course.goTo(at(1));
    say('eli', 2);
    expect([shown().role, shown().position, asked]).toEqual(['apart', at(1), []]);
    course.rejoin();
    expect([shown().role, shown().position]).toEqual(['following', at(2)]);
  });

  it('rejoins when asked, and when its own keys come to the same slide', () => {
    const { course, say, shown } = joined();
    say('eli', 2);
    course.moved(at(0));
    course.rejoin();
    expect(shown().role).toBe('following');
    course.moved(at(1));
    course.moved(at(2));
    expect(shown().role).toBe('following');
  });

  it('is on the same slide after somebody put one in before it', () => {
    const { course, text, say, edit, shown } = joined();
    say('eli', 2);
    edit(() => text.insert(0, '# News\n\n---\n\n'));
    expect(shown().position).toEqual(at(3));
    course.moved(at(1));
    edit(() => text.insert(0, '# More\n\n---\n\n'));
    expect([shown().position, shown().live]).toEqual([at(2), at(4)]);
  });
});

describe('presenting', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows the next slide at once and takes everybody along', () => {
    const { course, say, shown, asked } = joined();
    say('ada', 0);
    course.moved(at(1));
    expect([shown().position, asked.map(({ type }) => type)]).toEqual([at(1), ['move']]);
  });

  it('is not thrown back by the answer to an earlier key', () => {
    const { course, say, shown } = joined();
    say('ada', 0);
    course.moved(at(1));
    course.moved(at(2));
    say('ada', 1);
    expect(shown().position).toEqual(at(2));
    say('ada', 2);
    expect(shown().position).toEqual(at(2));
  });

  it('goes back to where the stage is when the server refuses', () => {
    const { course, say, shown, liveRefusal } = joined();
    say('ada', 0);
    course.moved(at(1));
    liveRefusal.set({ reason: 'not-presenting', at: 1 });
    expect(shown().position).toEqual(at(0));
  });

  it('goes back to where the stage is when no answer comes', () => {
    const { course, say, shown } = joined();
    say('ada', 0);
    course.moved(at(1));
    vi.advanceTimersByTime(3000);
    expect(shown().position).toEqual(at(0));
  });

  it('takes the others along later when the connection was gone', () => {
    const { course, say, shown, asked, status } = joined();
    say('ada', 0);
    status.set(OFFLINE);
    course.moved(at(3));
    expect([shown().position, asked]).toEqual([at(3), []]);
    status.set(ONLINE);
    expect(asked).toHaveLength(1);
    say('ada', 3);
    expect(shown().position).toEqual(at(3));
  });

  it('follows whoever took over', () => {
    const { course, say, shown, asked } = joined();
    say('ada', 0);
    course.moved(at(1));
    say('fay', 2);
    expect([shown().role, shown().position]).toEqual(['following', at(2)]);
    course.moved(at(3));
    expect([shown().role, asked.length]).toEqual(['apart', 1]);
  });

  it('takes over where the stage stands, not where it was looking', () => {
    const { course, say, shown } = joined();
    say('eli', 3);
    course.moved(at(0));
    say('ada', 3);
    expect([shown().role, shown().position]).toEqual(['presenting', at(3)]);
  });
});
