import type { FrameMessage } from '#lib/stage/messages.ts';

/** A picture of the deck, or the gap in its place. Diagrams are drawn by the stage, and stand in no text as pictures. */
const PICTURE = 'img:not(pre.diagram > img), .gap';
/** The slide in view, in a column of its own or below others. */
const CURRENT =
  '.slides > section.present[data-key], .slides > section.present:not([data-key]) > section.present[data-key]';

/**
 * Tells which picture somebody pressed, where the page wants to know; a link around it wins. Alt+P asks for the pictures of the slide in
 * view, so that nobody needs a pointer.
 */
export function sendPictures(hashOf: (key: string) => string | undefined, send: (message: FrameMessage) => void): void {
  const ask = (slide: HTMLElement | null, index: number | null): void => {
    const key = slide?.dataset['key'] ?? '';
    const hash = hashOf(key);
    if (hash !== undefined) send({ type: 'picture', key, hash, index });
  };
  document.addEventListener('click', ({ target }) => {
    const picture = target instanceof Element ? target.closest<HTMLElement>(PICTURE) : null;
    if (!isWanted() || picture === null || picture.closest('a[href]') !== null) return;
    const slide = picture.closest<HTMLElement>('section[data-key]');
    // The page counts the pictures of a slide as the text has them, which is how they stand here.
    ask(slide, [...(slide?.querySelectorAll(PICTURE) ?? [])].indexOf(picture));
  });
  document.addEventListener('keydown', (event) => {
    if (!isWanted() || !event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP') return;
    event.preventDefault();
    ask(document.querySelector<HTMLElement>(CURRENT), null);
  });
}

function isWanted(): boolean {
  return document.body.hasAttribute('data-pickable');
}
