import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { findAgain } from './find-again.ts';
import { pictureAt } from './pictures-of.ts';

const TEXT = '# A\n\n![one](a.png)\n\n![two](a.png)\n\n---\n\n# B\n\n![three](b.png)\n';

function again(at: string, change: (text: string) => string): string | null {
  const before = parseDeck(TEXT);
  const picture = pictureAt(before, TEXT.indexOf(at));
  const now = parseDeck(change(TEXT));
  const found = picture === null ? null : findAgain(picture, before, now);
  return found === null ? null : now.text.slice(found.range.from, found.range.to);
}

describe('a picture in a text that changes', () => {
  it('is found where it went', () => {
    expect(again('![two', (text) => `# New\n\n---\n\n${text}`)).toBe('![two](a.png)');
    expect(again('![two', (text) => text.replace('![one](a.png)\n\n', ''))).toBe('![two](a.png)');
    expect(again('![two', (text) => text.replace('two', 'zwei'))).toBe('![zwei](a.png)');
    expect(again('![three', (text) => `![three](b.png)\n\n---\n\n${text.replace('![three](b.png)\n', '')}`)).toBe(
      '![three](b.png)',
    );
  });

  it('is gone when nothing has its address', () => {
    expect(again('![three', (text) => text.replace('b.png', 'c.png'))).toBeNull();
    expect(again('![three', (text) => text.replace('![three](b.png)', '`![three](b.png)`'))).toBeNull();
    const twice = (text: string): string => text.replaceAll('b.png', 'a.png');
    const before = parseDeck(twice(TEXT));
    const three = pictureAt(before, before.text.indexOf('![three'));
    const now = parseDeck(before.text.replace('![three](a.png)', ''));
    expect(three === null ? three : findAgain(three, before, now)).toBeNull();
  });
});
