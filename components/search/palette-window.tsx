'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { goesWith, typedWords, type Place } from '#lib/search/palette-view.ts';

import { PaletteList } from './palette-list.tsx';
import { paletteLines, type LineGroup, type PaletteLine } from './palette-lines.ts';
import { recentPlaces, rememberPlace } from './recent-places.ts';
import { useFetched } from './use-fetched.ts';

const words = messages.search.palette;
const PAUSE_MS = 90;
const NONE: readonly Place[] = [];

interface PaletteWindowProps {
  /** Of the page beneath. */
  readonly path: string;
  readonly onClose: () => void;
}

/** The palette while it is open: one field, and the places that go with what stands in it. The browser's dialog keeps the focus and gives it back. */
export function PaletteWindow({ path, onClose }: PaletteWindowProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [recent] = useState(recentPlaces);
  const { places, known, failed } = usePlaces(typed, path);
  const lines = paletteLines(typed, places, recent);
  const at = Math.min(chosen, lines.length - 1);
  useEffect(() => dialog.current?.showModal(), []);
  const go = (line: PaletteLine | undefined): void => {
    if (line === undefined) return;
    dialog.current?.close();
    line.run?.();
    if (line.place !== null) goTo(line.place, line.group, (address) => router.push(address));
  };
  const goToFirst = useOnceKnown(known, () => go(lines[0]));
  const press = (event: KeyboardEvent): void => {
    // Enter ends a word that is being composed.
    if (event.nativeEvent.isComposing) return;
    const next = stepTo(event, at, lines.length);
    if (event.key === 'Enter' && at === 0) goToFirst();
    else if (event.key === 'Enter') go(lines[at]);
    else if (isOwnKey(event)) dialog.current?.close();
    else if (next !== null) setChosen(next);
    else return;
    event.preventDefault();
  };
  const beside = (event: MouseEvent): void => {
    if (event.target === dialog.current) dialog.current?.close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape does the same
    <dialog
      ref={dialog}
      aria-label={words.label}
      onClose={onClose}
      onClick={beside}
      className="mx-auto mt-[max(1rem,12dvh)] mb-auto w-[min(38rem,calc(100vw-1.5rem))] overflow-hidden rounded-6 border border-line bg-sheet p-0 text-ink shadow-float outline-none backdrop:bg-ink/35"
    >
      <div className="flex max-h-[min(34rem,76dvh)] flex-col">
        <PaletteField
          typed={typed}
          list={list}
          chosen={lines.length > 0 ? `${list}-${at}` : null}
          onType={(text) => {
            setTyped(text);
            setChosen(0);
          }}
          onPress={press}
        />
        <PaletteList id={list} lines={lines} chosen={at} onChoose={go} onPoint={setChosen} />
        <PaletteFoot failed={failed} count={lines.length} />
      </div>
    </dialog>
  );
}

/** The places that go with what is typed; until they are known, those of before that still do. */
function usePlaces(typed: string, path: string) {
  const asked = addresses.places({ q: typed, at: path });
  const { value, address, failed } = useFetched<readonly Place[]>(asked, typed === '' ? 0 : PAUSE_MS);
  const known = address === asked || failed;
  const sought = typedWords(typed);
  const places = (value ?? NONE).filter(({ title, detail }) => known || goesWith(sought, `${title} ${detail}`));
  return { places, known, failed };
}

/** Does it once the answer to what was typed is there: whoever types fast and presses Enter means that answer. */
function useOnceKnown(known: boolean, act: () => void): () => void {
  const [wanted, setWanted] = useState(false);
  const run = useEffectEvent(act);
  useEffect(() => {
    if (wanted && known) run();
  }, [wanted, known]);
  return () => setWanted(true);
}

function goTo(place: Place, group: LineGroup, push: (address: string) => void): void {
  if (group !== 'command' && group !== 'search') rememberPlace(place);
  // The way to sign in may lead straight to another site.
  if (place.address.startsWith(addresses.signIn())) location.assign(place.address);
  else push(place.address);
}

function PaletteFoot({ failed, count }: { readonly failed: boolean; readonly count: number }) {
  return (
    <>
      <p role="status" className="sr-only">
        {failed ? words.failed : words.count(count)}
      </p>
      <p className="shrink-0 border-t border-line px-4 py-2 text-12 text-soft max-tablet:hidden">
        {failed ? words.failed : words.keys}
      </p>
    </>
  );
}

interface PaletteFieldProps {
  readonly typed: string;
  /** Ids of the list, and of the line that Enter takes. */
  readonly list: string;
  readonly chosen: string | null;
  readonly onType: (text: string) => void;
  readonly onPress: (event: KeyboardEvent) => void;
}

function PaletteField({ typed, list, chosen, onType, onPress }: PaletteFieldProps) {
  return (
    <input
      role="combobox"
      aria-label={words.fieldLabel}
      aria-expanded={chosen !== null}
      aria-controls={list}
      aria-autocomplete="list"
      {...(chosen === null ? {} : { 'aria-activedescendant': chosen })}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="go"
      maxLength={200}
      placeholder={words.placeholder}
      value={typed}
      onChange={({ target }) => onType(target.value)}
      onKeyDown={onPress}
      className="min-h-14 w-full shrink-0 border-b border-line bg-sheet px-4 text-20 outline-none placeholder:text-soft"
    />
  );
}

/** The key that opens it closes it. */
function isOwnKey(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

function stepTo({ key }: KeyboardEvent, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + 8);
  return key === 'PageUp' ? Math.max(0, at - 8) : null;
}
