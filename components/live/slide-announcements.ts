import { resolveLivingAnchor } from '#lib/deck/anchor.ts';
import { Cell } from '#components/connection/cell.ts';
import type { SectionsStore } from '#components/connection/sections-store.ts';
import { outlineOf, partAt } from '#lib/live/audience-outline.ts';
import { messages } from '#lib/messages/en.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import type { LiveCourse, LiveWire } from './live-course.ts';
import { placeOf, type LivePlace } from './live-place.ts';

interface Announced {
  /** Whether it keeps silent while the page does not follow: a person who reads elsewhere hears nothing of the stage. */
  readonly onlyFollowing: boolean;
}

/**
 * What a screen reader is told of the slides: "Team Ops, slide 5 of 24: Status", when another slide is shown and at no other time. Edits,
 * and slides that come or go before this one, change its words and numbers without a sound. Empty until the first change.
 */
export class SlideAnnouncements implements ExternalStore<string> {
  readonly #session: LiveWire & { readonly sections: Pick<SectionsStore, 'getSnapshot'> };
  readonly #course: LiveCourse;
  readonly #onlyFollowing: boolean;
  readonly #said = new Cell('');
  readonly #stop: () => void;
  #shown: LivePlace | null;

  constructor(
    session: LiveWire & { readonly sections: Pick<SectionsStore, 'getSnapshot'> },
    course: LiveCourse,
    { onlyFollowing }: Announced,
  ) {
    this.#session = session;
    this.#course = course;
    this.#onlyFollowing = onlyFollowing;
    this.#shown = this.#place();
    this.#stop = course.subscribe(() => this.#look());
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#said.subscribe(listener);

  readonly getSnapshot = (): string => this.#said.getSnapshot();

  destroy(): void {
    this.#stop();
  }

  #look(): void {
    const { role } = this.#course.getSnapshot();
    if (role === 'rehearsing' || (role === 'apart' && this.#onlyFollowing)) return;
    const now = this.#place();
    const same = this.#shown !== null && this.#isSame(this.#shown, now);
    this.#shown = now;
    if (!same) this.#said.set(this.#sentence());
  }

  #place(): LivePlace {
    const { connection, models, presentation } = this.#session;
    const { slide, fragment } = this.#course.getSnapshot().position;
    return placeOf(connection.doc, models.refresh(), { ...presentation.getSnapshot().toSource(slide), fragment });
  }

  /** By its separator; by its text, where it was cut and put elsewhere. */
  #isSame(before: LivePlace, now: LivePlace): boolean {
    if (before.generated !== now.generated) return false;
    if (before.anchor === now.anchor) return true;
    return before.hash === now.hash && resolveLivingAnchor(this.#session.connection.doc, before.anchor) === null;
  }

  #sentence(): string {
    const { presentation, sections } = this.#session;
    const presented = presentation.getSnapshot();
    const { slide } = this.#course.getSnapshot().position;
    const section = partAt(outlineOf(presented, sections.getSnapshot()), slide)?.part.title ?? '';
    const title = presented.model.slides[slide]?.headings.find(({ text }) => text !== '')?.text ?? '';
    return messages.audience.announce({
      section,
      slide: slide + 1,
      of: presented.model.slides.length,
      title: title === section ? '' : title,
    });
  }
}
