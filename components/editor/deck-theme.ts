import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The editor in the tokens of the page, so that light and dark need nothing of their own here. */
export function deckTheme(): Extension {
  return EditorView.theme({
    '&': { height: '100%', color: 'var(--plenum-ink)', backgroundColor: 'transparent', fontSize: '14px' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': {
      fontFamily: 'inherit',
      lineHeight: '1.6',
      // A caret inside a ligature would stand nowhere.
      fontVariantLigatures: 'none',
      overflow: 'auto',
      overscrollBehavior: 'contain',
    },
    '.cm-content': { padding: '16px 0 40vh', caretColor: 'var(--plenum-ink)', maxWidth: '96ch' },
    // The gutter of the hints stands in the margin to the left.
    '.cm-line': { padding: '0 24px 0 4px' },
    '.cm-cursor': { borderLeftColor: 'var(--plenum-accent)', borderLeftWidth: '2px' },
    '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
      backgroundColor: 'color-mix(in oklch, var(--plenum-accent) 18%, transparent)',
    },
    '.cm-selectionMatch': { backgroundColor: 'color-mix(in oklch, var(--plenum-accent) 10%, transparent)' },
    '.cm-activeLine': { backgroundColor: 'color-mix(in oklch, var(--plenum-ink) 3%, transparent)' },
    ...slideStart,
    ...others,
    ...searchPanel,
  });
}

const slideStart = {
  '.cm-front-matter, .cm-front-matter *': { color: 'var(--plenum-soft) !important', fontWeight: '400 !important' },
  '.cm-slide-start': { position: 'relative', color: 'var(--plenum-soft)' },
  '.cm-slide-start::before': {
    content: '""',
    position: 'absolute',
    insetInline: '4px 24px',
    top: '-1px',
    borderTop: '1px solid var(--plenum-line)',
  },
  '.cm-slide-start::after': {
    content: 'attr(data-slide)',
    position: 'absolute',
    insetInlineEnd: '24px',
    top: '0',
    fontFamily: 'var(--font-sans)',
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
    color: 'var(--plenum-soft)',
    pointerEvents: 'none',
  },
};

const others = {
  '.cm-other-selection': { backgroundColor: 'oklch(0.7 0.12 var(--hue) / 0.22)' },
  '.cm-other-caret': {
    position: 'relative',
    borderLeft: '2px solid oklch(0.62 0.15 var(--hue))',
    marginInline: '-1px',
  },
  '.cm-other-name': {
    position: 'absolute',
    bottom: '100%',
    insetInlineStart: '-2px',
    padding: '0 5px',
    borderRadius: '4px 4px 4px 0',
    backgroundColor: 'oklch(0.42 0.11 var(--hue))',
    color: 'oklch(0.99 0.01 var(--hue))',
    font: '600 11px/16px var(--font-sans)',
    whiteSpace: 'nowrap',
    maxWidth: '24ch',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    pointerEvents: 'none',
    zIndex: '2',
  },
  // On the first line there is no room above.
  '.cm-line:first-child .cm-other-name': { bottom: 'auto', top: '100%', borderRadius: '0 4px 4px 4px' },
};

const searchPanel = {
  '.cm-panels': {
    backgroundColor: 'var(--plenum-paper)',
    color: 'var(--plenum-ink)',
    borderColor: 'var(--plenum-line)',
  },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--plenum-line)' },
  '.cm-panel.cm-search': { padding: '8px 24px', fontFamily: 'var(--font-sans)', fontSize: '14px' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button': {
    fontFamily: 'inherit',
    fontSize: '14px',
    backgroundImage: 'none',
  },
  '.cm-textfield': { backgroundColor: 'transparent', border: '1px solid var(--plenum-line)', borderRadius: '6px' },
  '.cm-button': { border: '1px solid var(--plenum-line)', borderRadius: '6px', background: 'transparent' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in oklch, var(--plenum-accent) 14%, transparent)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in oklch, var(--plenum-accent) 32%, transparent)' },
};
