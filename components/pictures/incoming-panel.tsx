'use client';

import { useState } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { addresses } from '#lib/addresses.ts';
import type { UploadedPicture } from '#lib/assets/upload-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { DropVeil } from './drop-veil.tsx';
import type { IncomingPicture, IncomingPictures, IncomingState } from './incoming-pictures.ts';

const words = messages.incoming.panel;
/** Where Alt+I takes the keyboard. */
export const INCOMING_ID = 'incoming-pictures';

interface IncomingPanelProps {
  readonly incoming: IncomingPictures;
  readonly writable: boolean;
}

/** Pictures on their way into the text, wherever they are dropped: how far they are, what they show, why one could not be kept. Nothing while there are none. */
export function IncomingPanel({ incoming, writable }: IncomingPanelProps) {
  const list = useStore(incoming.list);
  const last = useStore(incoming.last);
  return (
    <>
      {writable && <DropVeil onFiles={(files) => incoming.take(files, null)} />}
      <p role="status" className="sr-only">
        {last !== null && words.kept(last)}
      </p>
      {list.length > 0 && (
        <section
          id={INCOMING_ID}
          aria-label={words.label}
          className="max-h-[40vh] shrink-0 overflow-y-auto border-t border-line bg-sheet px-4 py-1"
        >
          <ul className="max-w-4xl">
            {list.map((one) => (
              <li key={one.id} className="border-b border-line py-2 last:border-0">
                <Row one={one} incoming={incoming} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface RowProps {
  readonly one: IncomingPicture;
  readonly incoming: IncomingPictures;
}

function Row({ one, incoming }: RowProps) {
  const { state, id, file } = one;
  if (state.type === 'undescribed')
    return <Describe picture={state.picture} write={(alt) => incoming.describe(id, alt)} />;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-14">
      <p className="min-w-0 flex-1 basis-48 [overflow-wrap:anywhere]">
        <span className="font-semibold">{file.name}</span> <StateWords state={state} name={file.name} />
      </p>
      <RowButtons one={one} incoming={incoming} />
    </div>
  );
}

function RowButtons({ one: { id, file, state }, incoming }: RowProps) {
  const close = () => incoming.dismiss(id);
  if (state.type !== 'refused')
    return (
      <Button tone="bare" aria-label={words.cancelOf(file.name)} onClick={close}>
        {words.cancel}
      </Button>
    );
  const { card } = state;
  return (
    <div className="flex gap-2">
      {state.again && (
        <Button aria-label={words.retryOf(file.name)} onClick={() => incoming.retry(id)}>
          {words.retry}
        </Button>
      )}
      {card !== null && (
        <Button aria-label={words.cardOf(file.name)} onClick={() => incoming.writeCard(id, card)}>
          {words.card}
        </Button>
      )}
      <Button tone="bare" aria-label={words.closeOf(file.name)} onClick={close}>
        {words.close}
      </Button>
    </div>
  );
}

function StateWords({ state, name }: { readonly state: IncomingState; readonly name: string }) {
  switch (state.type) {
    case 'waiting':
      return <span className="text-soft">{words.waiting}</span>;
    case 'sending':
      return (
        <span className="tabular text-soft">
          <progress
            className="mx-2 h-2 w-24 accent-accent"
            max={100}
            value={state.percent}
            aria-label={words.sendingLabel(name)}
          />
          {words.sending(state.percent)}
        </span>
      );
    case 'keeping':
      return <span className="text-soft">{words.keeping}</span>;
    case 'refused':
      return <span role="alert">{state.message}</span>;
    case 'undescribed':
      return null;
  }
}

interface DescribeProps {
  readonly picture: UploadedPicture;
  /** Writes it; with nothing in it nothing is written. */
  readonly write: (alt: string) => void;
}

/** Asked once: what is skipped is found again among the hints. */
function Describe({ picture, write }: DescribeProps) {
  const [alt, setAlt] = useState('');
  const { name } = picture;
  return (
    <form
      className="flex flex-wrap items-center gap-x-3 gap-y-2 text-14"
      onSubmit={(event) => {
        event.preventDefault();
        write(alt);
      }}
    >
      <img
        src={addresses.asset(picture.key, picture.extension, 160)}
        alt=""
        className="h-11 w-16 rounded-6 border border-line object-cover"
      />
      <label className="flex min-w-0 flex-1 basis-64 flex-col">
        <span>
          <span className="font-semibold">{words.alt}</span> <span className="text-soft">{words.altHint}</span>
        </span>
        <input
          className="mt-1 min-h-11 w-full rounded-6 border border-line bg-paper px-2 desk:min-h-8"
          value={alt}
          maxLength={500}
          aria-label={words.altOf(name)}
          onChange={(event) => setAlt(event.target.value)}
        />
      </label>
      <div className="flex gap-2">
        <Button type="submit" disabled={alt.trim() === ''}>
          {words.write}
        </Button>
        <Button tone="bare" aria-label={words.skipOf(name)} onClick={() => write('')}>
          {words.skip}
        </Button>
      </div>
    </form>
  );
}
