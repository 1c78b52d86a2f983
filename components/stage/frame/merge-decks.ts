import type { DeckMessage } from '#lib/stage/messages.ts';

/**
 * Two patches as one: the later order, settings and place, and the last content of each slide. A slide that came and went between
 * two frames was never there.
 */
export function mergeDecks(first: DeckMessage, second: DeckMessage): DeckMessage {
  const contents = new Map([...first.contents, ...second.contents].map((content) => [content.key, content]));
  const order = second.order ?? first.order;
  const keys = order === null ? null : new Set(order.map(({ key }) => key));
  return {
    type: 'deck',
    settings: second.settings ?? first.settings,
    order,
    contents: [...contents.values()].filter(({ key }) => keys?.has(key) ?? true),
    place: second.place ?? first.place,
  };
}
