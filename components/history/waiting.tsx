'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';

const PATIENCE_MS = 300;

/** Lines of text that are not there yet; nothing for the first moments, so that nothing flickers. */
export function Waiting({ label }: { readonly label: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="min-h-48">
      <span className="sr-only">{label}</span>
      {late && (
        <div className="flex flex-col gap-3 py-4" aria-hidden="true">
          <span className="skeleton h-4 w-3/4" />
          <span className="skeleton h-4 w-1/2" />
          <span className="skeleton h-4 w-2/3" />
          <span className="skeleton h-4 w-5/6" />
          <span className="skeleton h-4 w-2/5" />
        </div>
      )}
    </div>
  );
}

/** Why something is not there, with a way to ask again. */
export function NotAnswered({ refusal, again }: { readonly refusal: string; readonly again: () => void }) {
  return (
    <div className="my-3 flex flex-wrap items-center justify-between gap-3 border-l-2 border-ink bg-well px-4 py-2.5">
      <Problem>{refusal}</Problem>
      <Button onClick={again}>{messages.frame.failed.again}</Button>
    </div>
  );
}
