import type { MarkdownIt } from 'markdown-it';
import names from 'markdown-it-emoji/lib/data/full.mjs';

const COLON = 58;
const NAME = /:([a-z0-9_+-]{1,40}):/iy;

// HedgeDoc 1.x knows the names of 2013, Unicode 6.1. A later name stays text there, and so it does here: old decks must not change.
const FLAGS = new Set(['cn', 'de', 'es', 'fr', 'gb', 'uk', 'it', 'jp', 'kr', 'ru', 'us']);
const UNICODE_6 =
  /^(?:[\u{0}-\u{FFFF}]|[\u{1F004}\u{1F0CF}\u{1F170}-\u{1F19A}\u{1F201}-\u{1F251}\u{1F300}-\u{1F320}\u{1F330}-\u{1F335}\u{1F337}-\u{1F37C}\u{1F380}-\u{1F393}\u{1F3A0}-\u{1F3C4}\u{1F3C6}-\u{1F3CA}\u{1F3E0}-\u{1F3F0}\u{1F400}-\u{1F43E}\u{1F440}\u{1F442}-\u{1F4F7}\u{1F4F9}-\u{1F4FC}\u{1F500}-\u{1F53D}\u{1F550}-\u{1F567}\u{1F5FB}-\u{1F640}\u{1F645}-\u{1F64F}\u{1F680}-\u{1F6C5}])[\uFE0F\u20E3]*$/u;

/** `:tada:` becomes the character, whatever its case and wherever it stands outside of code. */
export function emojiRule(markdown: MarkdownIt): void {
  markdown.inline.ruler.push('emoji', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== COLON) return false;
    NAME.lastIndex = state.pos;
    const name = NAME.exec(state.src)?.[1]?.toLowerCase();
    const character = name === undefined ? undefined : emojiOf(name);
    if (character === undefined) return false;
    if (!silent) state.push('emoji', '', 0).content = character;
    state.pos = NAME.lastIndex;
    return true;
  });
  markdown.renderer.rules['emoji'] = (tokens, index) => `<span class="emoji">${tokens[index]?.content ?? ''}</span>`;
}

function emojiOf(name: string): string | undefined {
  const character = Object.hasOwn(names, name) ? names[name] : undefined;
  return character !== undefined && (UNICODE_6.test(character) || FLAGS.has(name)) ? character : undefined;
}
