'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';

/** One line of the help: keys as they are printed on the keyboard, and what they do. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

/** The keys of a page. The browser's own dialog: it keeps the focus, and Escape closes it. */
export function KeysDialog({
  dialog,
  lines,
}: {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly lines: readonly KeyLine[];
}) {
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-6 border border-line bg-sheet p-6 text-ink shadow-float backdrop:bg-ink/35"
    >
      <h2 id="keys-title" className="mb-3 text-20 font-semibold">
        {messages.deck.keys.title}
      </h2>
      <dl className="divide-y divide-line border-y border-line text-14">
        {lines.map(({ keys, does }) => (
          <div key={does} className="flex items-baseline justify-between gap-6 py-2">
            <dt className="order-2 flex shrink-0 flex-wrap justify-end gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-6 border border-edge/55 bg-well px-1.5 font-mono text-12">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-5 flex justify-end">
        <Button type="submit">{messages.frame.close}</Button>
      </form>
    </dialog>
  );
}

/** Opens the dialog with `?` wherever nobody is typing. */
export function useKeysDialog(): { readonly dialog: RefObject<HTMLDialogElement | null>; readonly show: () => void } {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return { dialog, show: () => dialog.current?.showModal() };
}

/** Whether a key pressed there is text and no command. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
