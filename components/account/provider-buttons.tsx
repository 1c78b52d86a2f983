import { LogIn } from 'lucide-react';
import { buttonClass } from '#components/ui/button.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

interface ProviderButtonsProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** The path to go on to. */
  readonly next: string;
}

/** One way in for each provider. They are plain links: what follows is another site, which the router cannot show. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  return (
    <ul className="flex flex-col items-start gap-3">
      {providers.map(({ id, name }) => (
        <li key={id} className="max-w-full">
          <a href={addresses.signInWith(id, next)} className={buttonClass('quiet', 'max-w-full')}>
            <LogIn className="size-4 shrink-0" aria-hidden="true" />
            <span className="truncate">{messages.account.signIn.withProvider(name)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
