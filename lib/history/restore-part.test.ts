import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { restoredText, type RestoredPart } from './restore-part.ts';

const OLD =
  '# Welcome\n\nHello\n\n---\n\n# Team Ops\n\nNew status page\n\n----\n\nHistory in weeks\n\n---\n\n# SIG Docs\n\nA guide\n';

const restored = (now: string, part: RestoredPart, old = OLD): string =>
  restoredText(parseDeck(old), parseDeck(now), part);

describe('a part of an old text in the text of today', () => {
  it('takes the place of what became of it, and leaves the rest byte for byte', () => {
    const now = '# Welcome\n\nHello all\n\n---\n\n# Team Ops\n\nLOL\n\n---\n\n# SIG Docs\n\nA guide  \n\n- more\n';
    expect(restored(now, { section: 1 })).toBe(
      '# Welcome\n\nHello all\n\n---\n\n# Team Ops\n\nNew status page\n\n----\n\nHistory in weeks\n\n---\n\n# SIG Docs\n\nA guide  \n\n- more\n',
    );
  });

  it('is put back behind its former neighbour when it is gone', () => {
    const now = '# Welcome\n\nHello LOL\n\n---\n\n# New\n\n---\n\n# SIG Docs\n\nA guide\n';
    expect(restored(now, { section: 1 })).toBe(
      '# Welcome\n\nHello LOL\n\n---\n\n# Team Ops\n\nNew status page\n\n----\n\nHistory in weeks\n\n---\n\n# New\n\n---\n\n# SIG Docs\n\nA guide\n',
    );
  });

  it('is put back in front when it stood there, and at the end of a text without an empty line', () => {
    expect(restored('# SIG Docs\n\nA guide', { section: 0 })).toBe(
      '# Welcome\n\nHello\n\n---\n\n# SIG Docs\n\nA guide',
    );
    expect(restored('# Welcome\n\nHello', { section: 2 })).toBe('# Welcome\n\nHello\n\n---\n\n# SIG Docs\n\nA guide\n');
  });

  it('is found under another heading by its lines, and under its heading with other lines', () => {
    expect(restored(OLD.replace('# Team Ops', '# Operations'), { section: 1 })).toBe(OLD);
    expect(restored('# Team Ops\n\nall new\n', { section: 1 })).toBe(
      '# Team Ops\n\nNew status page\n\n----\n\nHistory in weeks\n\n',
    );
  });

  it('may be one slide, or the whole', () => {
    const edited = OLD.replace('History in weeks', 'History in weeks, LOL\n\n- and more');
    expect(restored(edited.replace('New status page', 'New\n\n- page'), { slide: 1 })).toBe(edited);
    // Another one stands there now: it stays.
    expect(restored(OLD.replace('History in weeks', 'X'), { slide: 2 })).toBe(
      OLD.replace('History in weeks', 'History in weeks\n\n----\n\nX'),
    );
    expect(restored('', 'deck')).toBe(OLD);
    expect(() => restored(OLD, { section: 9 })).toThrow(RangeError);
  });

  it('does not swallow an emptied deck, nor its front matter', () => {
    expect(restored('', { section: 1 })).toBe('# Team Ops\n\nNew status page\n\n----\n\nHistory in weeks\n\n');
    expect(restored('---\ntitle: X\n---\n', { section: 2 })).toBe('---\ntitle: X\n---\n# SIG Docs\n\nA guide\n');
  });
});

const section = fc.record({
  title: fc.constantFrom('Ops', 'Docs', 'IAM', 'Welcome', 'Events', 'Network'),
  lines: fc.array(fc.stringMatching(/^[a-z]{3,9}( [a-z]{2,6}){0,3}$/), { maxLength: 4 }),
});
const textOf = (sections: readonly { readonly title: string; readonly lines: readonly string[] }[]): string =>
  sections.map(({ title, lines }) => `# ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`).join('\n---\n\n');
const own = { selector: (one: { readonly title: string }) => one.title };
const sections = fc.uniqueArray(section, { ...own, minLength: 1, maxLength: 6 });

describe('restoring any section of any text', () => {
  it('gives exactly its old text, and leaves the other sections as they are', () => {
    fc.assert(
      fc.property(sections, sections, fc.nat(), (then, today, seed) => {
        const index = seed % then.length;
        const after = parseDeck(restored(textOf(today), { section: index }, textOf(then)));
        const bodies = (text: string) =>
          new Map(
            parseDeck(text).sections.map(({ title, range }) => [
              title,
              text
                .slice(range.from, range.to)
                .replace(/^---\n/, '')
                .trim(),
            ]),
          );
        const [old, now] = [bodies(textOf(then)), bodies(textOf(today))];
        const title = then[index]?.title ?? '';
        expect(bodies(after.text).get(title)).toBe(old.get(title));
        const gone = [...now.keys()].filter((each) => each !== title && bodies(after.text).get(each) !== now.get(each));
        // At most one, which was the same section under another heading.
        expect(gone.length).toBeLessThanOrEqual(now.has(title) ? 0 : 1);
        expect(gone.every((each) => !old.has(each))).toBe(true);
      }),
    );
  });
});
