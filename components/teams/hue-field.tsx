'use client';

import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry } from '#lib/views.ts';

const words = messages.teams;

/** The colour of a team, chosen along the wheel, with its mark as it will be. */
export function HueField({ team, problem }: { readonly team: TeamEntry; readonly problem: string | undefined }) {
  const [hue, setHue] = useState(team.hue);
  return (
    <Field label={words.hue} hint={words.hueHint} problem={problem}>
      {(control) => (
        <div className="flex items-center gap-3">
          <span aria-hidden="true" className="inline-flex self-center">
            <TeamMark team={{ name: team.name, hue }} />
          </span>
          <input
            {...control}
            type="range"
            name="hue"
            min={0}
            max={359}
            value={hue}
            onChange={(event) => setHue(event.target.valueAsNumber)}
            className="min-h-11 w-full max-w-80 accent-accent tablet:min-h-9"
          />
        </div>
      )}
    </Field>
  );
}
