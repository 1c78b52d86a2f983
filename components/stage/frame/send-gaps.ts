import type { FrameMessage } from '#lib/stage/messages.ts';
import { LOST } from './slide-content.ts';

/** Tells of slides whose pictures did not come, as they fail. */
export function sendGaps(
  slides: HTMLElement,
  hashOf: (key: string) => string | undefined,
  send: (message: FrameMessage) => void,
): void {
  slides.addEventListener(LOST, ({ target }) => {
    const slide = target instanceof Element ? target.closest<HTMLElement>('section[data-key]') : null;
    const hash = hashOf(slide?.dataset['key'] ?? '');
    if (slide !== null && hash !== undefined)
      send({ type: 'gaps', hash, count: slide.querySelectorAll('.gap').length });
  });
}
