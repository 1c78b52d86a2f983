'use client';

import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.mirror.key;

interface MirrorKeysProps {
  readonly publicKey: string;
  /** Of the server; none before it was asked first. */
  readonly hostKeys: readonly string[];
  readonly forget: () => Promise<string | null>;
}

/** The key that Plenum comes with, to be copied, and the one by which it knows the server. */
export function MirrorKeys({ publicKey, hostKeys, forget }: MirrorKeysProps) {
  const { pending, refusal, run } = useAct();
  return (
    <div className="flex flex-col gap-3 pt-3">
      <p className="max-w-[65ch] text-14 text-soft">{words.text}</p>
      <p className="rounded-6 bg-well px-4 py-3 font-mono text-12 [overflow-wrap:anywhere]">{publicKey}</p>
      <div>
        <CopyButton text={publicKey} label={words.copy} />
      </div>
      {hostKeys.length > 0 && (
        <div className="mt-3 flex flex-col gap-2">
          <h3 className="text-14 font-semibold">{words.server}</h3>
          <ul className="font-mono text-12 [overflow-wrap:anywhere]">
            {hostKeys.map((key) => (
              <li key={key}>{key}</li>
            ))}
          </ul>
          <p className="max-w-[65ch] text-14 text-soft">{words.serverText}</p>
          {refusal !== null && <Problem>{refusal}</Problem>}
          <div>
            <Confirm
              trigger={<Button disabled={pending}>{words.forget}</Button>}
              title={words.forgetTitle}
              text={words.forgetText}
              yes={words.forget}
              no={words.keep}
              onYes={() => run(forget)}
            />
          </div>
        </div>
      )}
    </div>
  );
}
