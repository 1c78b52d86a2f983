import type { DeckMessage } from '#lib/stage/messages.ts';

/** So many slides before and after the first that is shown are drawn with it. */
const NEAR = 3;

/** Slides whose content says something about other slides, or about how reveal.js walks through them. */
const TELLING = /<style|fragment/i;

/** The keys of the slides that must be drawn before the stage is shown: what is seen, what is next to it, and the deck's own CSS. */
export function firstToFill({ order, contents, place }: DeckMessage): ReadonlySet<string> {
  const keys = (order ?? []).map(({ key }) => key);
  const at = place === null ? 0 : Math.max(0, keys.indexOf(place.key));
  const telling = contents.filter(({ source }) => TELLING.test(source)).map(({ key }) => key);
  return new Set([...keys.slice(Math.max(0, at - NEAR), at + NEAR + 1), ...telling]);
}
