import type { Undecided } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.history.change;
const MOST_LETTERS = 120;

/** What a change leaves to people: which words, where, and who wrote what stands there. */
export function UndecidedList({ undecided }: { readonly undecided: readonly Undecided[] }) {
  if (undecided.length === 0) return null;
  return (
    <section className="mt-4 mb-2">
      <h3 className="text-14 font-semibold">{words.undecidedTitle}</h3>
      <ul className="mt-1 border-t border-line">
        {undecided.map((one, at) => (
          <li key={at} className="border-b border-line py-2 text-14 [overflow-wrap:anywhere]">
            <q className="font-mono">{shortened(one.words)}</q>
            <span className="block text-soft">
              {words[one.why](one.person?.name ?? words.somebody)}
              {one.section !== '' && `, ${words.at(one.section)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= MOST_LETTERS ? text : `${letters.slice(0, MOST_LETTERS).join('')}…`;
}
