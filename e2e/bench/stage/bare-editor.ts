import { EditorView } from '@codemirror/view';

/** CodeMirror without any extension on the text that the server has, the cursor where the address says; tells each new text. */
export async function openBareEditor(parent: HTMLElement, changed: (text: string) => void): Promise<void> {
  const doc = await (await fetch('/deck.md')).text();
  const cursor = Number(new URLSearchParams(location.search).get('cursor'));
  const view = new EditorView({
    doc,
    parent,
    selection: { anchor: cursor },
    extensions: EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) changed(state.doc.toString());
    }),
  });
  view.dispatch({ effects: EditorView.scrollIntoView(cursor, { y: 'center' }) });
  view.focus();
}
