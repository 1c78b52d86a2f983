import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';

const says = messages.mirror.git;

/** Why a git command ended before its time. */
export type Interruption = 'slow' | 'too-large' | 'stopped';

/** A git command that failed. What it said may hold anything: it is for `explainFault`, never for people. */
export class GitFault extends Error {
  override readonly name = 'GitFault';
  readonly said: string;
  readonly interruption: Interruption | null;

  constructor(said: string, interruption: Interruption | null = null) {
    super(`git failed: ${interruption ?? lastLine(said)}`);
    this.said = said;
    this.interruption = interruption;
  }
}

type Says = (host: string) => string;

const FAULTS: readonly (readonly [RegExp, Says])[] = [
  [/cannot run .*ssh|unable to fork/i, () => says.noSsh],
  [/couldn't find remote ref/i, () => says.empty],
  [/host key verification failed|host identification has changed|no .* host key is known/i, says.hostKey],
  [/returned error: 3\d\d|unable to update url base from redirection/i, says.redirected],
  [
    /authentication failed|permission denied|could not read (?:username|password)|access denied|returned error: 40[13]|terminal prompts disabled|deploy key|read[- ]only/i,
    says.denied,
  ],
  [/returned error: 404|repository .*not found|does not appear to be a git repository|no such file/i, says.notThere],
  [/could not resolve|name or service not known/i, says.unknownHost],
  [/certificate|ssl|tls|gnutls/i, says.certificate],
  [/operation too slow|timed out|timeout/i, says.slow],
  [
    /failed to connect|connection (?:refused|reset|closed)|couldn't connect|unreachable|no route|early eof|hung up/i,
    says.unreachable,
  ],
];

/** Whom a fault is about, and what must not be said of it. */
export interface FaultPlace {
  readonly host: string;
  readonly mostBytes: number;
  /** Words that stand for nothing but themselves: tokens. */
  readonly secrets?: readonly string[];
}

/** A fault of git as a sentence without secrets; any other error as it is. */
export function explainFault(error: unknown, { host, mostBytes, secrets = [] }: FaultPlace): unknown {
  if (!(error instanceof GitFault)) return error;
  if (error.interruption === 'slow') return new Refusal('unavailable', says.slow(host));
  if (error.interruption === 'too-large')
    return new Refusal('too-large', says.tooLarge(Math.floor(mostBytes / 1_000_000)));
  if (error.interruption === 'stopped') return new Refusal('unavailable', says.stopped);
  const refused = /\[remote rejected\].*\((.{1,200})\)/.exec(error.said)?.[1];
  if (refused !== undefined) return new Refusal('unavailable', says.refused(host, harmless(refused, secrets)));
  const [, say] = FAULTS.find(([pattern]) => pattern.test(error.said)) ?? [];
  if (say !== undefined) return new Refusal('unavailable', say(host));
  return new Refusal('unavailable', says.broken(harmless(lastLine(error.said), secrets)));
}

function lastLine(said: string): string {
  const lines = said
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.findLast((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? '';
}

/** One short line without control characters, paths of this machine, or anything that was secret. */
function harmless(line: string, secrets: readonly string[]): string {
  let text = line;
  for (const secret of secrets) if (secret !== '') text = text.replaceAll(secret, '…');
  return text
    .replaceAll(/\p{C}/gu, ' ')
    .replaceAll(/:\/\/[^\s/@]*@/g, '://')
    .replaceAll(/'?\/(?:[\w.-]+\/)+[\w.-]*'?/g, '…')
    .replace(/^(?:fatal|error): /, '')
    .slice(0, 200);
}
