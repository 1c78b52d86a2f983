'use client';

import { Problem, Select } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { PersonView } from '#lib/views.ts';

const words = messages.admin.series;

interface GiveSeriesProps {
  readonly series: { readonly id: string; readonly name: string };
  readonly accounts: readonly PersonView[];
  readonly give: (series: string, person: string) => Promise<string | null>;
}

/** Gives a series that lost its host to somebody. */
export function GiveSeries({ series, accounts, give }: GiveSeriesProps) {
  const act = useAct();
  return (
    <span className="w-56">
      <Select
        aria-label={words.giveLabel(series.name)}
        value=""
        disabled={act.pending}
        onChange={(event) => {
          const person = event.target.value;
          if (person !== '') act.run(() => give(series.id, person));
        }}
      >
        <option value="">{words.give}</option>
        {accounts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
    </span>
  );
}
