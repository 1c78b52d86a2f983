import type { CallActions } from '#components/call/call-actions.ts';
import type { MissingPicture } from '#lib/closing/closing-details.ts';
import { messages } from '#lib/messages/en.ts';
import { ActButton } from './act-button.tsx';

const words = messages.closing;

interface MissingPicturesProps {
  readonly addresses: readonly string[];
  /** Why, for who may still do something about it; else none. */
  readonly because: readonly MissingPicture[];
  /** Null where nothing can be done any more. */
  readonly gatherAgain: CallActions['gatherAgain'] | null;
}

/** The pictures that a record lacks, with why and what helps for as long as anything does. */
export function MissingPictures({ addresses, because, gatherAgain }: MissingPicturesProps) {
  const all = [...new Set([...addresses, ...because.map(({ address }) => address)])];
  return (
    <details open={because.length > 0} className="basis-full">
      <summary className="underline-offset-4 hover:underline">{messages.call.record.missing(all.length)}</summary>
      <ul className="mt-2 mb-4 flex max-w-[65ch] flex-col gap-3">
        {all.map((address) => (
          <Missing key={address} address={address} because={because.find((each) => each.address === address)} />
        ))}
      </ul>
      {gatherAgain !== null && because.length > 0 && <ActButton act={gatherAgain}>{words.gatherAgain}</ActButton>}
    </details>
  );
}

interface MissingProps {
  readonly address: string;
  readonly because: MissingPicture | undefined;
}

function Missing({ address, because }: MissingProps) {
  return (
    <li className="[overflow-wrap:anywhere]">
      <span className="font-mono text-12">{address}</span>
      {because !== undefined && (
        <span className="block">
          {because.why} {words.help[because.help]}
        </span>
      )}
    </li>
  );
}
