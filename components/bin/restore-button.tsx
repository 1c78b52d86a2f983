'use client';

import { useRouter } from 'next/navigation';
import { Button, type ButtonTone } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.bin;

interface RestoreButtonProps {
  readonly name: string;
  readonly restore: () => Promise<string | null>;
  /** Where the thing was: pressed there, the page is loaded anew, because what was refused stays refused until then. */
  readonly here: boolean;
  readonly tone?: ButtonTone;
}

/** Brings something back from the bin. */
export function RestoreButton({ name, restore, here, tone = 'quiet' }: RestoreButtonProps) {
  const act = useAct();
  const router = useRouter();
  const done = () => (here ? globalThis.location.reload() : router.refresh());
  return (
    <span className="flex flex-col items-start gap-2">
      <Button
        tone={tone}
        aria-label={here ? undefined : words.backLabel(name)}
        aria-disabled={act.pending}
        onClick={() => act.run(restore, done)}
      >
        {act.pending ? messages.frame.working : words.back}
      </Button>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
    </span>
  );
}
