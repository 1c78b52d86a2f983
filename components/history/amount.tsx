import { messages } from '#lib/messages/en.ts';

const words = messages.history.amount;

interface AmountProps {
  readonly added: number;
  readonly removed: number;
}

/** How many words somebody added and took out. */
export function Amount({ added, removed }: AmountProps) {
  if (added + removed === 0) return <span className="text-soft">{words.onlySigns}</span>;
  return (
    <span className="tabular whitespace-nowrap">
      <span aria-hidden="true">
        {removed > 0 && <span className="text-gone">{words.removed(removed)} </span>}
        {added > 0 && <span className="text-came">{words.added(added)} </span>}
        <span className="text-soft">{words.words}</span>
      </span>
      <span className="sr-only">{words.spoken(added, removed)}</span>
    </span>
  );
}
