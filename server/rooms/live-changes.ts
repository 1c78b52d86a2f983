import type { LivePosition, LiveState } from '#lib/live/live-state.ts';
import type { LiveChange } from './live-saver.ts';

/** Where the slide on the stage was found. */
export interface Elsewhere extends Pick<LiveState, 'section'> {
  readonly position: LivePosition;
  readonly how: 'kept' | 'lost' | 'back';
}

/** Whether that is where the state has it already, in the same section. */
export function standsThere({ position, section }: LiveState, to: Elsewhere): boolean {
  const { anchor, slide } = to.position;
  return to.how === 'kept' && position?.anchor === anchor && position.slide === slide && section === to.section;
}

/** Until somebody moves, the first slide is on the stage. */
export function opensWith(section: string | null): LiveChange {
  return (state) =>
    state.position !== null || state.section === section ? null : { ...state, section, version: state.version + 1 };
}

/** The slide on the stage stands elsewhere by an edit; nothing is changed for who has moved on meanwhile. */
export function stoodElsewhere(from: LivePosition, { position, how, section }: Elsewhere): LiveChange {
  return (state) => {
    if (state.position?.anchor !== from.anchor || state.position.slide !== from.slide) return null;
    const gone = how === 'lost' ? (state.gone ?? from.heading) : how === 'back' ? null : state.gone;
    const offer = section === state.section ? state.offer : null;
    return { ...state, position, section, gone, offer, version: state.version + 1 };
  };
}
