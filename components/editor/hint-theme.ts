import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Marks and words of the hints in the tokens of the page. Nothing is underlined: whoever writes is left in peace. */
export function hintTheme(): Extension {
  return EditorView.theme({ ...gutter, ...atRest, ...tooltip });
}

const gutter = {
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'inherit' },
  '.cm-activeLineGutter': { backgroundColor: 'color-mix(in oklch, var(--plenum-ink) 3%, transparent)' },
  '.cm-gutter-lint': { width: '20px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  // A diamond in the middle of the first row of its line; the dot belongs to presence.
  '.cm-lint-marker': { position: 'relative', width: '20px', height: '1.6em', content: 'normal', cursor: 'help' },
  '.cm-lint-marker::before': {
    content: '""',
    position: 'absolute',
    top: 'calc(50% - 3.5px)',
    left: '8px',
    width: '7px',
    height: '7px',
    boxSizing: 'border-box',
    transform: 'rotate(45deg)',
    border: '1.5px solid var(--plenum-edge)',
    borderRadius: '1px',
  },
  '.cm-lint-marker-warning::before': { backgroundColor: 'var(--plenum-soft)', borderColor: 'var(--plenum-soft)' },
};

const atRest = {
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintPoint::after': { display: 'none' },
};

const tooltip = {
  '.cm-tooltip:has(.cm-hint), .cm-tooltip.cm-tooltip-lint': {
    maxWidth: 'min(28rem, calc(100vw - 32px))',
    border: '1px solid var(--plenum-line)',
    borderRadius: '6px',
    backgroundColor: 'var(--plenum-sheet)',
    color: 'var(--plenum-ink)',
    boxShadow: 'var(--shadow-float)',
    font: '14px/1.5 var(--font-sans)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { margin: '0', padding: '8px 12px', border: 'none', whiteSpace: 'normal' },
  '.cm-diagnostic + .cm-diagnostic': { borderTop: '1px solid var(--plenum-line)' },
  '.cm-hint p': { margin: '0' },
  '.cm-hint-mend': {
    minHeight: '28px',
    marginTop: '4px',
    padding: '0',
    border: 'none',
    background: 'none',
    color: 'var(--plenum-accent)',
    font: '500 14px/1.5 var(--font-sans)',
    textAlign: 'left',
    cursor: 'pointer',
  },
  '.cm-hint-mend:hover': {
    color: 'var(--plenum-accent-strong)',
    textDecoration: 'underline',
    textUnderlineOffset: '0.2em',
  },
};
