'use client';

import type { MouseEvent } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress.tsx';
import { messages } from '#lib/messages/en.ts';
import type { Copies } from './copies-store.ts';
import type { DeckDesk } from './deck-desk.ts';

const words = messages.foreignPictures.copies;

interface CopiesLineProps {
  readonly desk: DeckDesk;
  /** Called before a picture is shown in the text: a phone may show another part. */
  readonly onGo: () => void;
}

/** How far keeping copies of foreign pictures is, with the way to stop it, and at the end what could not be had. Nothing otherwise. */
export function CopiesLine({ desk, onGo }: CopiesLineProps) {
  const copies = useStore(desk.copies);
  const total = totalOf(copies);
  return (
    <>
      <span role="status" className="sr-only">
        {total === 0 ? '' : sayAloud(copies)}
      </span>
      {total > 0 && <Line copies={copies} desk={desk} onGo={onGo} />}
    </>
  );
}

function Line({ copies, desk, onGo }: CopiesLineProps & { readonly copies: Copies }) {
  const { current, waiting, failed } = copies;
  const total = totalOf(copies);
  const over = current === null;
  const done = total - waiting.length - (over ? 0 : 1);
  const press = ({ currentTarget }: MouseEvent) => {
    if (!over) return desk.copies.stop();
    // The line is about to go, and the keyboard with it.
    if (currentTarget.matches(':focus-visible')) desk.write();
    desk.copies.putAway();
  };
  const go = (address: string) => {
    const hint = desk.hints.getSnapshot().find(({ foreign }) => foreign === address);
    if (hint === undefined) return;
    onGo();
    desk.goToHint(hint);
  };
  return (
    <section aria-label={words.title} className="shrink-0 border-t border-line bg-well px-4 py-1.5 text-14">
      <div className="flex items-center gap-x-3">
        <p className="tabular min-w-0 flex-1">{over ? words.over(copies) : words.progress(done, total)}</p>
        {!over && <ProgressBar label={words.title} done={done} of={total} className="w-24 shrink" />}
        <Button onClick={press} aria-disabled={!over && waiting.length === 0}>
          {over ? words.close : words.stop}
        </Button>
      </div>
      {failed.length > 0 && (
        <ul aria-label={words.failed} className="max-h-[30dvh] overflow-y-auto overscroll-contain pb-1">
          {failed.map(({ address, reason }) => (
            <li key={address} className="border-t border-line py-1.5">
              <button
                type="button"
                className="block min-h-11 text-left font-mono text-12 [overflow-wrap:anywhere] [font-variant-ligatures:none] hover:underline desk:min-h-0"
                onClick={() => go(address)}
              >
                {address}
              </button>
              <p className="max-w-[80ch]">{reason}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Only how it begins and ends: whoever listens is not told of each. */
function sayAloud(copies: Copies): string {
  return copies.current === null ? words.over(copies) : words.begins;
}

/** All that were asked for. */
function totalOf({ current, waiting, kept, failed }: Copies): number {
  return kept + failed.length + waiting.length + (current === null ? 0 : 1);
}
