import { addresses } from '#lib/addresses.ts';
import { environment } from '#server/environment.ts';
import { mailConfigured } from '#server/mail/send-mail.ts';
import { providerNames, type ProviderId } from './providers/providers.ts';

/** How people sign in here. */
export interface WaysToSignIn {
  readonly providers: readonly { readonly id: ProviderId; readonly name: string }[];
  readonly passwords: boolean;
  readonly mail: boolean;
}

/** All ways that are set up. */
export function waysToSignIn(): WaysToSignIn {
  return { providers: providerNames(), passwords: environment().passwords, mail: mailConfigured() };
}

/** Where a link to sign in leads: to the page that offers the ways or, where a provider is the only one, straight to it. */
export function signInAddress(): string {
  const { providers, passwords, mail } = waysToSignIn();
  const [only] = providers;
  return only !== undefined && providers.length === 1 && !passwords && !mail
    ? addresses.signInWith(only.id)
    : addresses.signIn();
}
