import Link from 'next/link';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

/** The way to one's deleted series, while there are any. */
export function BinLink({ inBin }: { readonly inBin: number }) {
  if (inBin === 0) return null;
  return (
    <p className="pt-3">
      <Link href={addresses.ownBin()} className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0">
        {messages.bin.own.count(inBin)}
      </Link>
    </p>
  );
}
