import { openBareEditor } from './bare-editor.ts';

// Runs in the browser: CodeMirror with a text and nothing else. The floor below every editor that is made of it.
await openBareEditor(document.body, () => {});
