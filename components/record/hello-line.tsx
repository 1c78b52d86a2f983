'use client';

import { X } from 'lucide-react';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { RecordView } from '#lib/views.ts';

const words = messages.audience.hello;

interface HelloLineProps {
  readonly hellos: RecordView['hellos'];
  /** Takes a name out; null for who may not. */
  readonly remove: ((helloId: string) => Promise<string | null>) | null;
}

/** Who was there for the first time and wanted to be named. */
export function HelloLine({ hellos, remove }: HelloLineProps) {
  const act = useAct();
  if (hellos.length === 0) return null;
  return (
    <div>
      <p id="hellos" className="inline">
        {words.record}
      </p>
      <ul aria-labelledby="hellos" className="inline">
        {hellos.map(({ id, name }, index) => (
          <li key={id} className="ml-1.5 inline [overflow-wrap:anywhere] text-ink">
            {name}
            {remove !== null && (
              <button
                type="button"
                aria-label={words.remove(name)}
                title={words.remove(name)}
                aria-disabled={act.pending}
                onClick={() => act.run(() => remove(id))}
                className="-my-3 ml-0.5 inline-grid size-11 place-items-center rounded-6 align-middle text-soft hover:bg-well hover:text-ink tablet:size-6"
              >
                <X className="size-3.5" aria-hidden="true" />
              </button>
            )}
            {index < hellos.length - 1 && ','}
          </li>
        ))}
      </ul>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
    </div>
  );
}
