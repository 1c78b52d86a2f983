import type { MarkdownIt } from 'markdown-it';
import { EMOJI_CHARACTERS } from './emoji-characters.ts';

const COLON = 58;
const NAME = /:([a-z0-9_+-]{1,40}):/iy;

/** `:tada:` becomes the character, whatever its case and wherever it stands outside of code. */
export function emojiRule(markdown: MarkdownIt): void {
  markdown.inline.ruler.push('emoji', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== COLON) return false;
    NAME.lastIndex = state.pos;
    const name = NAME.exec(state.src)?.[1]?.toLowerCase();
    const character = name === undefined ? undefined : EMOJI_CHARACTERS.get(name);
    if (character === undefined) return false;
    if (!silent) state.push('emoji', '', 0).content = character;
    state.pos = NAME.lastIndex;
    return true;
  });
  markdown.renderer.rules['emoji'] = (tokens, index) => `<span class="emoji">${tokens[index]?.content ?? ''}</span>`;
}
