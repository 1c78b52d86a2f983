// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { EditorView } from '@codemirror/view';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { yUndoManagerKeymap } from 'y-codemirror.next';
import type { Problem } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { openDeckEditor, type DeckEditor } from './deck-editor.ts';
import type { Hint } from './hint.ts';
import { placedHints } from './placed-hints.ts';

const opened: DeckEditor[] = [];
afterEach(() => opened.splice(0).forEach((editor) => editor.destroy()));

/** An open editor on a replica of its own, and how a person uses it. */
function person(text = '') {
  const doc = new Y.Doc();
  const shared = doc.getText('deck');
  if (text !== '') shared.insert(0, text);
  const awareness = new Awareness(doc);
  const parent = document.body.appendChild(document.createElement('div'));
  let refused = 0;
  const copied: string[] = [];
  const editor = openDeckEditor(parent, {
    text: shared,
    awareness,
    nonce: 'n0nce',
    onCursor: () => undefined,
    onDescribe: () => undefined,
    onTooLong: () => {
      refused += 1;
    },
    onFiles: () => undefined,
    onKeepCopy: (address) => copied.push(address),
  });
  editor.setWritable(true);
  opened.push(editor);
  const view = EditorView.findFromDOM(parent);
  if (view === null) throw new Error('No editor was opened.');
  const type = (insert: string, from = view.state.doc.length) =>
    view.dispatch({ changes: { from, insert }, userEvent: 'input.type' });
  const other = new Awareness(new Y.Doc());
  const hear = (state: Record<string, unknown>) => {
    other.setLocalState(state);
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'test');
  };
  return {
    doc,
    shared,
    hear,
    editor,
    view,
    type,
    undo: () => yUndoManagerKeymap.find(({ key }) => key === 'Mod-z')?.run?.(view),
    shows: () => view.state.doc.toString(),
    refused: () => refused,
    copied,
  };
}

function connect(one: { readonly doc: Y.Doc }, other: { readonly doc: Y.Doc }): void {
  for (const [from, to] of [
    [one.doc, other.doc],
    [other.doc, one.doc],
  ] as const) {
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    from.on('update', (update: Uint8Array) => Y.applyUpdate(to, update));
  }
}

describe('two people in one text', () => {
  it('see the same', () => {
    const [ada, ben] = [person('# Call\n'), person()];
    connect(ada, ben);
    ada.type('ada');
    ben.type('ben ', 0);
    expect([ada.shows(), ben.shows()]).toEqual(['ben # Call\nada', 'ben # Call\nada']);
  });

  it('undo only what they wrote themselves', () => {
    const [ada, ben] = [person(), person()];
    connect(ada, ben);
    ada.type('ada');
    ben.type('ben');
    ada.undo();
    expect([ada.shows(), ben.shows()]).toEqual(['ben', 'ben']);
  });
});

describe('the editor', () => {
  it('takes lines that were put in back alone, however soon they came after typing', () => {
    const ada = person('# One\n');
    ada.type('typed\n');
    ada.editor.insertAtEnd({ from: 0, to: ada.view.state.doc.length }, 'put in');
    ada.type('typed after');
    ada.undo();
    expect(ada.shows()).toBe('# One\ntyped\n\nput in\n');
    ada.undo();
    expect(ada.shows()).toBe('# One\ntyped\n');
  });

  it('counts line ends as the shared text does', () => {
    const { shared, view } = person('one\r\ntwo');
    expect(view.state.doc.length).toBe(shared.length);
  });

  it('stops what would make the deck too long, and says so', async () => {
    const ada = person('x'.repeat(999_999));
    ada.type('ab');
    await Promise.resolve();
    expect([ada.shared.length, ada.refused()]).toEqual([999_999, 1]);
    ada.type('a');
    expect(ada.shared.length).toBe(1_000_000);
  });

  it('lets somebody who may only read change nothing', () => {
    const { editor, view } = person('text');
    editor.setWritable(false);
    expect([view.state.readOnly, view.contentDOM.getAttribute('aria-readonly')]).toEqual([true, 'true']);
  });

  it('marks where slides begin by the model, and keeps the marks while somebody types before them', () => {
    const { editor, view, type } = person('# One\n\n---\n\n# Two\n');
    const marks = () => [...view.contentDOM.querySelectorAll('.cm-slide-start')].map((line) => line.textContent);
    editor.showModel(parseDeck(view.state.doc.toString()));
    expect(marks()).toEqual(['---']);
    type('\n\n', 0);
    expect(marks()).toEqual(['---']);
  });

  it('puts the cursor on the first written line of a slide', () => {
    const { editor, view } = person('# One\n\n---\n\n# Two\n');
    const slide = parseDeck(view.state.doc.toString()).slides[1];
    editor.goTo(slide?.body ?? { from: 0, to: 0 }, 'stay');
    expect(view.state.doc.lineAt(view.state.selection.main.head).text).toBe('# Two');
  });

  it('shows the name of somebody else where they write, and believes nothing that is malformed', () => {
    const ada = person('text');
    const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(ada.shared, 2));
    ada.hear({ user: { name: 'Ben', hue: 120 }, cursor: { anchor: at, head: at } });
    const names = () => [...ada.view.contentDOM.querySelectorAll('.cm-other-name')].map((flag) => flag.textContent);
    expect(names()).toEqual(['Ben']);
    ada.hear({ user: { name: 'Ben', hue: 'red' }, cursor: { anchor: 'there', head: null } });
    expect(names()).toEqual([]);
  });
});

/** The hints of a text as the page would hand them over, each with its code and number as its name. */
function hintsOf(text: string): readonly Hint[] {
  return parseDeck(text).problems.map((problem: Problem, at) => ({
    ...problem,
    id: `${problem.code} ${at}`,
    weight: problem.code === 'missing-alt' ? 'advice' : 'fault',
    foreign: null,
    words: problem.detail,
    line: 1,
    slide: 0,
  }));
}

/** Somebody whose editor shows the hints of their text. */
function hinted(text: string) {
  const someone = person(text);
  const show = () => {
    const now = someone.shows();
    someone.editor.showHints(hintsOf(now), now);
  };
  show();
  return {
    ...someone,
    show,
    press: (key: string, more: KeyboardEventInit = {}) =>
      someone.view.contentDOM.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
      ),
    marks: () => [...someone.view.dom.querySelectorAll('.cm-lint-marker')].map((mark) => mark.className),
    places: () => placedHints(someone.view.state).map(({ from, to }) => someone.view.state.sliceDoc(from, to)),
    mend: (...ids: readonly string[]) => someone.editor.mendHints(new Set(ids)),
    selected: () =>
      someone.view.state.sliceDoc(someone.view.state.selection.main.from, someone.view.state.selection.main.to),
  };
}

describe('hints in the editor', () => {
  const LINKS = '# A\n\n[one]() and [two]()\n\n![](a.png)\n';

  it('have one mark a line, of the heaviest kind', () => {
    const marks = hinted(LINKS).marks();
    expect(marks.map((name) => name.replace('cm-lint-marker cm-lint-marker-', ''))).toEqual(['warning', 'info']);
  });

  it('move with edits, of others too', () => {
    const [ada, ben] = [hinted(LINKS), person()];
    connect(ada, ben);
    ben.type('Before.\n\n', 0);
    ada.type(' more');
    expect(ada.places()).toEqual(['[one]()', '[two]()', '![](a.png)']);
  });

  it('are mended where they are now, as one step that undo takes back', () => {
    const ada = hinted(LINKS);
    ada.type('Before.\n\n', 0);
    ada.mend('empty-link 0', 'empty-link 1');
    ada.type(' After.');
    expect(ada.shows()).toBe('Before.\n\n# A\n\none and two\n\n![](a.png)\n After.');
    ada.undo();
    expect(ada.shows()).toBe('Before.\n\n# A\n\none and two\n\n![](a.png)\n');
    ada.undo();
    expect(ada.shows()).toBe(`Before.\n\n${LINKS}`);
    ada.undo();
    expect(ada.shows()).toBe(LINKS);
  });

  it('are left alone when what they are about was changed since', () => {
    const ada = hinted(LINKS);
    ada.type('x', LINKS.indexOf('ne]'));
    const before = ada.shows();
    ada.mend('empty-link 0');
    expect(ada.shows()).toBe(before);
  });

  it('are mended as the text is now, once it was read again', () => {
    const ada = hinted('a\n\nnote: one\n\nnote: two\n');
    ada.type('more ', ada.shows().indexOf('two'));
    ada.show();
    ada.mend('several-notes 0');
    expect(ada.shows()).toBe('a\n\nnote: one\n\nmore two\n');
  });

  it('are left alone when they were found in another text of the same length', () => {
    const ada = person('# A\n[one]()\n\n');
    const found = '# A\n\n[one]()\n';
    ada.editor.showHints(hintsOf(found), found);
    ada.editor.mendHints(new Set(['empty-link 0']));
    expect(ada.shows()).toBe('# A\n[one]()\n\n');
  });

  it('of a picture on another server ask the page for a copy, and change no word', () => {
    const text = '![A quay](https://p.example/a.png)\n';
    const ada = hinted(text);
    const [from, to] = [text.indexOf('https'), text.indexOf(')')];
    const address = text.slice(from, to);
    const hint: Hint = {
      id: 'it',
      code: 'foreign-picture',
      weight: 'advice',
      range: { from, to },
      detail: address,
      words: address,
      foreign: address,
      fix: null,
      line: 1,
      slide: 0,
    };
    ada.editor.showHints([hint], text);
    ada.editor.goToHint('it');
    ada.press('.', { ctrlKey: true });
    expect([ada.copied, ada.shows()]).toEqual([[address], text]);
    ada.editor.setWritable(false);
    ada.press('.', { ctrlKey: true });
    expect(ada.copied).toEqual([address]);
  });

  it('are only read by somebody who may not write', () => {
    const ada = hinted(LINKS);
    ada.editor.setWritable(false);
    ada.mend('empty-link 0');
    ada.press('F8');
    ada.press('.', { ctrlKey: true });
    expect([ada.shows(), ada.selected()]).toEqual([LINKS, '[one]()']);
  });

  it('are not set anew while they stand where they should', () => {
    const ada = hinted(LINKS);
    const before = placedHints(ada.view.state)[0]?.marked;
    ada.type('Before.\n\n', 0);
    ada.show();
    expect(placedHints(ada.view.state)[0]?.marked).toBe(before);
  });

  it('wait for the text that they were found in', () => {
    const ada = hinted('# A');
    ada.type(' and more');
    ada.editor.showHints(hintsOf(LINKS), LINKS);
    expect(ada.places()).toEqual([]);
  });

  it('are gone through with F8 and mended with Ctrl and the full stop', () => {
    const ada = hinted(LINKS);
    ada.press('F8');
    expect(ada.selected()).toBe('[one]()');
    ada.press('F8');
    expect(ada.selected()).toBe('[two]()');
    ada.press('F8', { shiftKey: true });
    expect(ada.selected()).toBe('[one]()');
    ada.press('.', { ctrlKey: true });
    expect(ada.shows()).toBe(LINKS.replace('[one]()', 'one'));
  });

  it('are selected backwards, so that the cursor stays in their slide', () => {
    const ada = hinted('a\n\n---\n\n---\n\nb');
    ada.editor.goToHint('doubled-separator 0');
    const { anchor, head } = ada.view.state.selection.main;
    expect(head).toBeLessThan(anchor);
  });
});
