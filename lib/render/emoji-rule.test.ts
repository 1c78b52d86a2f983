import { describe, expect, it } from 'vitest';
import { EMOJI_CHARACTERS } from './emoji-characters.ts';
import { slideRenderer } from './render-slide.ts';

const render = slideRenderer({ breaks: true });
const emoji = (character: string): string => `<span class="emoji">${character}</span>`;

describe('emoji by name', () => {
  it('are the 881 of emojify.js, each with a character', () => {
    expect(EMOJI_CHARACTERS.size).toBe(881);
    for (const [name, character] of EMOJI_CHARACTERS) {
      expect(render(`a:${name.toUpperCase()}:b`).trim()).toBe(`<p>a${emoji(character)}b</p>`);
      expect(character).toMatch(/^[^\w<&]*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\d#*]\uFE0F?\u20E3)/u);
    }
  });

  it.each(['octocat', 'plus1', 'moon', 'u7a7a', 'non-potable_water', 'e-mail', '8ball'])('know %s', (name) => {
    expect(render(`:${name}:`)).toContain('class="emoji"');
  });

  it.each(['shrug', 'footprints', 'gear', 'crescent_moon', '4968-2024', '30', ')'])('do not know %s', (name) => {
    expect(render(`:${name}: x`).trim()).toBe(`<p>:${name}: x</p>`);
  });
});
