'use client';

import { useEffect, useMemo, useState } from 'react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import type { DeckEditor } from '#components/editor/deck-editor.ts';
import type { DeckEditorSettings } from '#components/editor/deck-extensions.ts';
import type { TakeFiles } from '#components/editor/picture-paste.ts';
import { EditorPane } from '#components/editor/editor-pane.tsx';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckDesk } from './deck-desk.ts';

interface WritingPaneProps {
  readonly desk: DeckDesk;
  readonly session: DeckSession | null;
  /** The text that came with the page, to read until the shared one is there. */
  readonly text: string;
  readonly writable: boolean;
  /** Hears of files that were pasted or dropped into the text. */
  readonly onFiles: TakeFiles;
  readonly nonce: string;
}

/** The source: as it came with the page at first, and the editor as soon as the shared text has arrived. */
export function WritingPane({ session, text, ...rest }: WritingPaneProps) {
  return session === null ? <FirstText text={text} /> : <SharedText session={session} text={text} {...rest} />;
}

type SharedTextProps = Omit<WritingPaneProps, 'session'> & { readonly session: DeckSession };

function SharedText({ desk, session, text, writable, onFiles, nonce }: SharedTextProps) {
  const { connection } = session;
  const ready = useStore(connection.ready);
  const [editor, setEditor] = useState<DeckEditor | null>(null);
  const [tooLong, setTooLong] = useState(false);
  const settings = useMemo<DeckEditorSettings>(
    () => ({
      text: connection.text,
      awareness: connection.awareness,
      nonce,
      onCursor: desk.cursor.moveTo,
      onTooLong: () => setTooLong(true),
      onFiles,
      onKeepCopy: (address) => desk.copies.keep([address]),
      onDescribe: (offset) => desk.pictureMenu.open({ type: 'offset', offset }),
    }),
    [connection, desk, onFiles, nonce],
  );
  useEffect(() => {
    desk.setEditor(editor);
    if (editor === null) return undefined;
    // The server may close and open the text at any moment: the call ends, a role changes.
    const follow = () => desk.setWritable(writable && mayWriteNow(connection.status.getSnapshot()));
    follow();
    return connection.status.subscribe(follow);
  }, [desk, editor, connection, writable]);
  if (!ready) return <FirstText text={text} />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      {tooLong && <TooLong onDismiss={() => setTooLong(false)} />}
      <div className="min-h-0 flex-1">
        <EditorPane settings={settings} onEditor={setEditor} />
      </div>
    </div>
  );
}

function mayWriteNow(status: ReturnType<DeckSession['connection']['status']['getSnapshot']>): boolean {
  return status.type === 'live' ? status.writable : status.type !== 'refused';
}

/** The text where the editor will be, in its type and place. */
function FirstText({ text }: { readonly text: string }) {
  return (
    <pre
      aria-busy="true"
      aria-label={messages.deck.loading}
      className="h-full overflow-hidden px-6 py-4 font-mono text-14 leading-[1.6] whitespace-pre-wrap text-soft [overflow-wrap:anywhere]"
    >
      {text.slice(0, 4000)}
    </pre>
  );
}

function TooLong({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <div
      role="alert"
      className="flex shrink-0 flex-wrap items-center justify-between gap-3 border-b border-line bg-well px-6 py-2 text-14"
    >
      <p className="max-w-[60ch] font-semibold">{messages.deck.trouble.tooLong}</p>
      <Button onClick={onDismiss}>{messages.deck.trouble.dismiss}</Button>
    </div>
  );
}
