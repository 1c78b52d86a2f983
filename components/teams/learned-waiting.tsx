import { messages } from '#lib/messages/en.ts';

/** While the decks of earlier calls are read. */
export function LearnedWaiting() {
  return (
    <div className="mb-12" role="status">
      <p className="mb-3 text-14 text-soft">{messages.teams.learned.reading}</p>
      <div className="flex flex-col gap-2" aria-hidden="true">
        <div className="skeleton h-9 w-full" />
        <div className="skeleton h-9 w-full" />
        <div className="skeleton h-9 w-2/3" />
      </div>
    </div>
  );
}
