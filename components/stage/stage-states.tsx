import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';

/** A slide that is not there yet: a heading and three lines. */
export function StageSkeleton({ label }: { readonly label: string }) {
  return (
    <div role="status" className="absolute inset-0 grid place-content-center gap-4 bg-sheet">
      <span className="sr-only">{label}</span>
      <span className="h-7 w-56 justify-self-center rounded-6 bg-well" />
      <span className="h-3.5 w-72 rounded-6 bg-well" />
      <span className="h-3.5 w-64 rounded-6 bg-well" />
      <span className="h-3.5 w-68 rounded-6 bg-well" />
    </div>
  );
}

/** The frame did not come, with a way to ask again. */
export function StageFailed({ retry }: { readonly retry: () => void }) {
  return (
    <div role="alert" className="absolute inset-0 grid place-content-center justify-items-center gap-4 bg-sheet p-6">
      <p className="text-16">{messages.stage.failed}</p>
      <Button onClick={retry}>{messages.stage.retry}</Button>
    </div>
  );
}
