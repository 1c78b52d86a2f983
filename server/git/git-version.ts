import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';

import { runGit } from './git-process.ts';

const says = messages.mirror.git;

let known: Promise<string> | undefined;

/** Refuses when there is no git on this machine, or one that cannot be told which IP address to ask. */
export async function requireGit(home: string): Promise<void> {
  known ??= versionOf(home);
  const version = await known.catch((error: unknown) => {
    // It may be installed later.
    known = undefined;
    throw error;
  });
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 2 || (major === 2 && minor < 37)) throw new Refusal('unavailable', says.tooOld(version));
}

async function versionOf(home: string): Promise<string> {
  const said = await runGit({ repository: home, home }, { args: ['version'], wholeMs: 10_000 });
  return /\d+\.\d+(?:\.\d+)?/.exec(said)?.[0] ?? '';
}
