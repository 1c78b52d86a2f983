import { addresses } from '#lib/addresses.ts';
import { isFreshInstance, setupToken } from './accounts/create-account.ts';
import { originOf, type Environment } from './environment.ts';

/** Says where Plenum is and, until somebody has an account, how to make the first one. */
export async function announce(environment: Environment, port: number): Promise<void> {
  const origin = originOf(environment, port);
  const lines = [`Plenum is ready: ${origin}/`];
  if (await isFreshInstance()) {
    lines.push(`Create the first account with this link: ${origin}${addresses.setup(await setupToken())}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
