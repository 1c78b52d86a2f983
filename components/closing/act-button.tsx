'use client';

import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';

interface ActButtonProps {
  /** Answers null, or why not. */
  readonly act: () => Promise<string | null>;
  readonly children: ReactNode;
}

/** A button for one act, with why it was refused beneath it. */
export function ActButton({ act, children }: ActButtonProps) {
  const { pending, refusal, run } = useAct();
  return (
    <div className="flex flex-col items-start gap-2">
      <Button aria-disabled={pending} onClick={() => run(act)}>
        {pending ? messages.frame.working : children}
      </Button>
      {refusal !== null && <Problem>{refusal}</Problem>}
    </div>
  );
}
