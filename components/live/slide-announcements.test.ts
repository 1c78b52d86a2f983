import { describe, expect, it } from 'vitest';
import { Cell } from '#components/connection/cell.ts';
import { DeckModelStore } from '#components/connection/deck-model-store.ts';
import { PresentationStore } from '#components/connection/presentation-store.ts';
import { SectionsStore } from '#components/connection/sections-store.ts';
import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { firstLiveState, type LiveState } from '#lib/live/live-state.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';
import type { ConnectionStatus } from '#lib/sync/connection-status.ts';
import { LiveCourse } from './live-course.ts';
import { placeOf } from './live-place.ts';
import { SlideAnnouncements } from './slide-announcements.ts';

const DECK = '# Welcome\n\n---\n\n# Team Ops\n\n----\n\n## Status\n\n----\n\nno heading\n\n---\n\n# Docs\n';
const ONLINE: ConnectionStatus = { type: 'live', saved: true, savedAt: null, degraded: false, writable: false };

/** The page of somebody who listens while Eli presents. */
function listening(onlyFollowing: boolean) {
  const doc = createDeckDoc();
  const text = deckText(doc);
  text.insert(0, DECK);
  const models = new DeckModelStore('', () => () => undefined);
  models.attach(text);
  const live = new Cell<LiveState | null>(null);
  const sections = new SectionsStore(models, EMPTY_ORDER);
  const presentation = new PresentationStore(models, sections, { call: null, template: null });
  const connection = {
    doc,
    live,
    liveRefusal: new Cell(null),
    status: new Cell<ConnectionStatus>(ONLINE),
    request: () => true,
  };
  const session = { connection, models, presentation, sections };
  const course = new LiveCourse(session, null);
  let version = 0;
  const show = (slide: number, fragment = -1) => {
    version += 1;
    const position = { ...placeOf(doc, models.refresh(), { slide, fragment, generated: null }), seq: 1 };
    const presenter = { personId: 'eli', name: 'Eli' };
    live.set({ ...firstLiveState('2026-11-21T15:00:00Z'), version, presenter, position });
  };
  show(0);
  const announcements = new SlideAnnouncements(session, course, { onlyFollowing });
  const heard: string[] = [];
  announcements.subscribe(() => heard.push(announcements.getSnapshot()));
  const edit = (change: () => void) => {
    change();
    models.refresh();
  };
  return { course, text, show, edit, heard };
}

describe('what is announced', () => {
  it('is nothing before the first change, then section, number and title', () => {
    const { show, heard } = listening(false);
    expect(heard).toEqual([]);
    for (const slide of [1, 2, 3]) show(slide);
    expect(heard).toEqual(['Team Ops, slide 2 of 5', 'Team Ops, slide 3 of 5: Status', 'Team Ops, slide 4 of 5']);
  });

  it('is a slide and not its steps, its words or its number', () => {
    const { show, text, edit, heard } = listening(false);
    show(2);
    show(2, 1);
    edit(() => text.insert(0, '# Before\n\n---\n\n'));
    edit(() => text.insert(text.toJSON().indexOf('Status'), 'Our '));
    show(3);
    expect(heard).toEqual(['Team Ops, slide 3 of 5: Status']);
    show(4);
    expect(heard.slice(1)).toEqual(['Team Ops, slide 5 of 6']);
  });

  it('is not a slide that was cut and put elsewhere', () => {
    const { show, text, edit, heard } = listening(false);
    show(4);
    const from = text.toJSON().indexOf('---\n\n# Docs');
    const words = text.toJSON().slice(from);
    edit(() => {
      text.delete(from, words.length);
      text.insert(text.toJSON().indexOf('---\n\n# Team Ops'), `${words}\n`);
    });
    show(1);
    expect(heard).toEqual(['Docs, slide 5 of 5']);
  });

  it('is where one’s own keys went, on the stage', () => {
    const { course, heard } = listening(false);
    course.moved({ slide: 2, fragment: -1 });
    expect(heard).toEqual(['Team Ops, slide 3 of 5: Status']);
  });

  it('is nothing to who reads elsewhere, until they follow again', () => {
    const { course, show, heard } = listening(true);
    course.goTo({ slide: 2, fragment: -1 });
    show(1);
    show(4);
    expect(heard).toEqual([]);
    course.rejoin();
    expect(heard).toEqual(['Docs, slide 5 of 5']);
  });
});
