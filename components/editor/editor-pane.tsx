'use client';

import { useEffect, useRef } from 'react';
import type { DeckEditor } from './deck-editor.ts';
import { openDeckEditor } from './deck-editor.ts';
import type { DeckEditorSettings } from './deck-extensions.ts';

interface EditorPaneProps {
  /** Changing it opens a new editor: keep it the same object while nothing in it changed. */
  readonly settings: DeckEditorSettings;
  /** Receives the open editor, and null when it has gone. */
  readonly onEditor: (editor: DeckEditor | null) => void;
}

/** The place where CodeMirror lives. React makes it once and does not take part in any keystroke. */
export function EditorPane({ settings, onEditor }: EditorPaneProps) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (parent.current === null) return undefined;
    const editor = openDeckEditor(parent.current, settings);
    onEditor(editor);
    return () => {
      onEditor(null);
      editor.destroy();
    };
  }, [settings, onEditor]);
  return <div ref={parent} className="h-full min-h-0 font-mono" />;
}
