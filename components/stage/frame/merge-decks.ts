import type { DeckMessage } from '#lib/stage/messages.ts';

/** Two patches as one: the later order, settings and place, and the last content of each slide. */
export function mergeDecks(first: DeckMessage, second: DeckMessage): DeckMessage {
  const contents = new Map([...first.contents, ...second.contents].map((content) => [content.key, content]));
  return {
    type: 'deck',
    settings: second.settings ?? first.settings,
    order: second.order ?? first.order,
    contents: [...contents.values()],
    place: second.place ?? first.place,
  };
}
