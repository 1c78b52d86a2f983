import { describe, expect, it } from 'vitest';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { findSectionsAgain, type FoundSection, type KeptSection } from './find-again.ts';
import { knownHeadings } from './known-headings.ts';

const DECK = `# Welcome

Hello everybody in the harbour.

---

# Team Ops

- the crane was mended on Monday

---

# Team Docs

- a chapter about knots

---

# Events
`;
const KNOWN = knownHeadings({
  headings: [
    { folded: 'team docs', team: 'docs' },
    { folded: 'documentation', team: 'docs' },
  ],
});

/** A deck whose sections are looked for after each edit, as a room does; tells which of the first ones each section is. */
function watched(text = DECK) {
  const doc = createDeckDoc();
  const words = deckText(doc);
  words.insert(0, text);
  const names: string[] = [];
  let kept: readonly KeptSection[] = [];
  let found: readonly FoundSection[] = [];
  const look = (): readonly string[] => {
    found = findSectionsAgain(doc, parseDeck(readDeckText(doc), undefined, KNOWN), { kept, known: KNOWN });
    const next = [...kept];
    const here = found.map(({ kept: at, section, ...parts }) => {
      if (at !== null) {
        next[at] = parts;
        return names[at] ?? '';
      }
      next.push(parts);
      names.push(`${section.title}${names.includes(section.title) ? ' again' : ''}`);
      return names.at(-1) ?? '';
    });
    kept = next;
    return here;
  };
  look();
  const replace = (before: string, after: string): void => {
    const at = words.toString().indexOf(before);
    if (at === -1) throw new Error(`${before} is not there`);
    words.delete(at, before.length);
    words.insert(at, after);
  };
  return { doc, words, look, replace };
}

const ALL = ['Welcome', 'Team Ops', 'Team Docs', 'Events'];

describe('the sections of a deck are found again', () => {
  it('while they are typed in, and when letters come before them', () => {
    const { words, look, replace } = watched();
    words.insert(0, 'first of all\n\n');
    replace('the crane', 'the other crane, and the first one,');
    expect(look()).toEqual(ALL);
  });

  it('when a heading is typed anew, letter by letter, also where nothing else is in the section', () => {
    const { words, look, replace } = watched();
    replace('Events', '');
    look();
    const at = words.toString().lastIndexOf('# ') + 2;
    for (const [index, letter] of ['D', 'a', 't', 'e', 's'].entries()) {
      words.insert(at + index, letter);
      expect(look()).toEqual(ALL);
    }
  });

  it('when one is cut out and pasted elsewhere', () => {
    const { words, look, replace } = watched();
    const ops = '# Team Ops\n\n- the crane was mended on Monday\n\n---\n\n';
    replace(ops, '');
    expect(look()).toEqual(['Welcome', 'Team Docs', 'Events']);
    words.insert(words.toString().indexOf('# Events'), ops);
    expect(look()).toEqual(['Welcome', 'Team Docs', 'Team Ops', 'Events']);
  });

  it('when one is deleted and brought back under another spelling of its team', () => {
    const { words, look, replace } = watched();
    replace('# Team Docs\n\n- a chapter about knots\n\n---\n\n', '');
    look();
    words.insert(words.toString().indexOf('# Events'), '# Documentation\n\n- a chapter about knots\n\n---\n\n');
    expect(look()).toEqual(ALL);
  });

  it('and a copy is a new one', () => {
    const { words, look } = watched();
    words.insert(words.length, '\n---\n\n# Team Ops\n\n- the crane was mended on Monday\n');
    expect(look()).toEqual([...ALL, 'Team Ops again']);
  });

  it('and what was grown together from two is the one whose words it has', () => {
    const { look, replace } = watched();
    replace('eam Ops\n\n- the crane was mended on Monday\n\n---\n\n# T', '');
    expect(look()).toEqual(['Welcome', 'Team Docs', 'Events']);
  });

  it('when a new section is typed in front of a heading', () => {
    const { words, look } = watched();
    words.insert(words.toString().indexOf('# Team Docs'), '# Team Sails\n\n- new\n\n---\n\n');
    expect(look()).toEqual(['Welcome', 'Team Ops', 'Team Sails', 'Team Docs', 'Events']);
  });

  it('when two of one name are cut and pasted the other way round', () => {
    const twice = '# Ops\n\nfirst words here\n\n---\n\n# Docs\n\nbetween them\n\n---\n\n# Ops\n\nsecond words here\n';
    const { words, look } = watched(twice);
    expect(look()).toEqual(['Ops', 'Docs', 'Ops again']);
    words.delete(0, words.length);
    look();
    words.insert(
      0,
      '# Ops\n\nsecond words here\n\n---\n\n# Docs\n\nbetween them\n\n---\n\n# Ops\n\nfirst words here\n',
    );
    expect(look()).toEqual(['Ops again', 'Docs', 'Ops']);
  });
});
