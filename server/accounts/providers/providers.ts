import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';
import { environment, ownOrigin } from '#server/environment.ts';
import { gitHubProvider } from './git-hub.ts';
import { openIdProvider } from './open-id.ts';

/** A provider as addresses and the database name it. */
export type ProviderId = 'openid' | 'github';

/** Where a provider sends people back to: the address to register there. */
function callback(provider: ProviderId): string {
  return `${ownOrigin()}/api/auth/oauth2/callback/${provider}`;
}

/** The providers that are set up, with what their buttons say. */
export function providerNames(): readonly { readonly id: ProviderId; readonly name: string }[] {
  const { openId, gitHub } = environment();
  return [
    ...(openId === null ? [] : [{ id: 'openid', name: openId.name } as const]),
    ...(gitHub === null ? [] : [{ id: 'github', name: 'GitHub' } as const]),
  ];
}

/** A text as the id of a provider that is set up, or null. */
export function providerOf(text: string): ProviderId | null {
  return providerNames().find(({ id }) => id === text)?.id ?? null;
}

/** The same for the accounts library. */
export function providerConfigs(): GenericOAuthConfig[] {
  const { openId, gitHub } = environment();
  return [
    ...(openId === null ? [] : [openIdProvider(openId, callback('openid'))]),
    ...(gitHub === null ? [] : [gitHubProvider(gitHub, callback('github'))]),
  ];
}
