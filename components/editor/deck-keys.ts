import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { searchKeymap } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { yUndoManagerKeymap } from 'y-codemirror.next';
import { continueList } from './continue-list.ts';
import { HINT_KEYS } from './hint-keys.ts';

/**
 * Keys of the editor. Undo is each person's own. Enter goes on with a list. Tab indents; Escape, then Tab leaves the editor (CodeMirror's own way out, so
 * that nobody is caught in it).
 */
export function deckKeys(): Extension {
  return keymap.of([
    ...yUndoManagerKeymap,
    ...HINT_KEYS,
    ...searchKeymap,
    { key: 'Enter', run: continueList },
    indentWithTab,
    ...defaultKeymap,
  ]);
}
