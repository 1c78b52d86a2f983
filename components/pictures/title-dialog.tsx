'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { ANY_LIGHT, veilFor } from '#lib/pictures/veil.ts';
import type { TitleCandidate, TitleChange, TitleChoices } from '#lib/pictures/title-picture.ts';
import { measureLight } from './measure-light.ts';
import type { PictureActions } from './picture-actions.ts';
import type { SendPicture } from './send-picture.ts';
import { TitleGrid } from './title-grid.tsx';
import { TitleUpload } from './title-upload.tsx';

const words = messages.titlePicture;

interface TitleDialogProps {
  readonly actions: Pick<PictureActions, 'titles' | 'setTitle'>;
  readonly send: SendPicture;
  readonly onClose: () => void;
}

/** Chooses what a call opens with: one of the series' pictures, another one, or none. */
export function TitleDialog({ actions, send, onClose }: TitleDialogProps) {
  const answer = useChoices(actions);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p className="mb-4 text-14 text-soft">{words.lead}</p>
      {answer === null && <p className="skeleton h-40" role="status" aria-label={words.loading} />}
      {answer !== null && 'refusal' in answer && <Problem>{answer.refusal}</Problem>}
      {answer !== null && 'choices' in answer && (
        <TitleForm choices={answer.choices} actions={actions} send={send} onClose={onClose} />
      )}
    </Dialog>
  );
}

function useChoices(actions: Pick<PictureActions, 'titles'>) {
  const [answer, setAnswer] = useState<Awaited<ReturnType<PictureActions['titles']>> | null>(null);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const said = await actions.titles().catch(() => ({ refusal: messages.sections.problems.unreachable }));
      if (!gone) setAnswer(said);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [actions]);
  return answer;
}

function TitleForm({ choices, actions, send, onClose }: TitleDialogProps & { readonly choices: TitleChoices }) {
  const [brought, setBrought] = useState<readonly TitleCandidate[]>([]);
  const [change, setChange] = useState<TitleChange>(() => ({
    key: choices.now?.picture.key ?? null,
    credit: choices.now?.picture.credit ?? '',
    shows: choices.now?.shows ?? 100,
  }));
  const act = useAct();
  const choose = (picture: TitleCandidate | null) => {
    setChange({ key: picture?.key ?? null, credit: picture?.credit ?? '', shows: 100 });
    if (picture !== null) void veil(picture);
  };
  // What is behind the title lets it be read, unless somebody says otherwise afterwards.
  const veil = async ({ key, extension }: TitleCandidate): Promise<void> => {
    const light = await measureLight(addresses.asset(key, extension, 160));
    const shows = Math.round(100 * veilFor(light ?? ANY_LIGHT, choices.theme));
    setChange((now) => (now.key === key ? { ...now, shows } : now));
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(() => actions.setTitle(change), onClose);
      }}
    >
      <TitleGrid choices={choices} brought={brought} chosen={change.key} onChoose={choose} />
      <TitleUpload
        send={send}
        onKept={(picture) => {
          setBrought([picture, ...brought]);
          choose(picture);
        }}
      />
      {change.key !== null && <Details change={change} onChange={setChange} />}
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="submit" tone="main" disabled={act.pending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

interface DetailsProps {
  readonly change: TitleChange;
  readonly onChange: (change: TitleChange) => void;
}

function Details({ change, onChange }: DetailsProps) {
  return (
    <>
      <Field label={words.credit} hint={words.creditHint} optional>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={change.credit}
            onChange={(event) => onChange({ ...change, credit: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.shows} hint={words.showsHint}>
        {(control) => (
          <div className="flex items-center gap-3">
            <input
              {...control}
              type="range"
              min={5}
              max={100}
              step={5}
              className="min-h-11 flex-1 accent-accent tablet:min-h-9"
              value={change.shows}
              aria-valuetext={words.percent(change.shows)}
              onChange={(event) => onChange({ ...change, shows: Number(event.target.value) })}
            />
            <output className="tabular w-14 text-right text-14">{words.percent(change.shows)}</output>
          </div>
        )}
      </Field>
    </>
  );
}
