import type { ReactNode } from 'react';
import { messages } from '#lib/messages/en.ts';

/** Ways to sign in, one under the other, with a word between them. */
export function SignInWays({ children }: { readonly children: readonly ReactNode[] }) {
  const ways = children.filter((way) => way !== null && way !== false && way !== undefined);
  return ways.map((way, index) => (
    // The order of the ways is fixed: a place in it is as good a key as a name.
    <div key={index}>
      {index > 0 && (
        <p className="my-6 flex items-center gap-4 text-14 text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {messages.account.signIn.or}
        </p>
      )}
      {way}
    </div>
  ));
}
