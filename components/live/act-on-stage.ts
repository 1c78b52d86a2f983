import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { toggleFullScreen } from './full-screen.ts';
import type { LiveCourse } from './live-course.ts';
import type { PresenterCommand } from './presenter-key.ts';

interface StageWindow {
  readonly session: DeckSession;
  readonly course: LiveCourse;
  /** Makes the slide large, or puts that away. */
  readonly magnify: () => void;
}

/** The commands that mean the same in every window of whoever presents: B, F and Z. Whether it did something. */
export function actOnStage(type: PresenterCommand['type'], { session, course, magnify }: StageWindow): boolean {
  if (type === 'blank') return blankOrShow(session, course);
  if (type === 'full') toggleFullScreen();
  else if (type === 'magnify') magnify();
  else return false;
  return true;
}

/** Blanks the screen of everybody, or shows it again: for whoever presents. Whether that could be asked for. */
export function blankOrShow(session: DeckSession, course: LiveCourse): boolean {
  const { role, blank } = course.getSnapshot();
  return role === 'presenting' && session.connection.request({ type: 'blank', blank: !blank });
}
