import { statfs } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { originOf, type Environment } from '#server/environment.ts';

const ENOUGH_BYTES = 1_000_000_000;
const CLOCK_MS = 5000;
const WITHIN_MS = 10_000;

const answerSchema = z.object({
  status: z.string(),
  reason: z.string().optional(),
  client: z.string(),
  secure: z.boolean(),
  forwarded: z.boolean(),
  time: z.iso.datetime(),
});
type Answer = z.infer<typeof answerSchema>;

interface Finding {
  readonly what: string;
  readonly well: boolean;
  /** What was seen or, when not well, the missing line. */
  readonly says: string;
}

function addressFinding(environment: Environment): Finding {
  const origin = originOf(environment, environment.port);
  return environment.publicUrl === null
    ? {
        what: 'address',
        well: false,
        says: `PUBLIC_URL is not set, looking at ${origin}. Behind a proxy, set PUBLIC_URL=https://your.name.`,
      }
    : { what: 'address', well: true, says: origin };
}

function httpsFinding(origin: string): Finding {
  const { protocol, hostname } = new URL(origin);
  if (protocol === 'https:') return { what: 'https', well: true, says: 'yes' };
  const local = hostname === 'localhost' || isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
  return {
    what: 'https',
    well: local,
    says: local
      ? 'no, and not needed on this machine'
      : `PUBLIC_URL=https://${hostname} is missing, and a proxy that speaks https there.`,
  };
}

async function answerOf(origin: string): Promise<Answer | string> {
  try {
    const response = await fetch(`${origin}${addresses.health()}?check`, { signal: AbortSignal.timeout(WITHIN_MS) });
    const parsed = answerSchema.safeParse(await response.json());
    return parsed.success ? parsed.data : 'Something answers there, but it is not Plenum.';
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return `Nothing answers at ${origin}: ${cause}. Is Plenum running, and does the proxy lead to it?`;
  }
}

async function socketFinding(origin: string): Promise<Finding> {
  const what = 'socket';
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}${addresses.sync('check')}`, {
    origin,
    handshakeTimeout: WITHIN_MS,
  });
  // What goes wrong shows in the wait below; ending a socket that never opened says it once more.
  socket.on('error', () => undefined);
  try {
    // A deck that does not exist: whoever closes with that code has spoken our protocol.
    const [code]: unknown[] = await once(socket, 'close', { signal: AbortSignal.timeout(WITHIN_MS) });
    return code === CLOSE.noSuchDeck || code === CLOSE.signInFirst
      ? { what, well: true, says: 'reaches the rooms' }
      : {
          what,
          well: false,
          says: `It closed with ${String(code)}. The proxy must pass upgrades; for nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; proxy_set_header Host $host;`,
        };
  } catch (error) {
    return {
      what,
      well: false,
      says: `It does not open (${String(error)}). For nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; proxy_set_header Host $host;`,
    };
  } finally {
    socket.terminate();
  }
}

function clientFinding(answer: Answer, { trustProxy }: Environment): Finding {
  const what = 'client address';
  if (answer.forwarded && !trustProxy)
    return {
      what,
      well: false,
      says: 'A proxy stands before Plenum: TRUST_PROXY=1 is missing, so that everybody seems to come from it.',
    };
  if (!answer.forwarded && trustProxy)
    return {
      what,
      well: false,
      says: 'TRUST_PROXY is set, but no proxy writes X-Forwarded-For: for nginx, proxy_set_header X-Forwarded-For $remote_addr; is missing.',
    };
  return { what, well: true, says: answer.client };
}

function clockFinding(answer: Answer): Finding {
  const apart = Math.abs(Date.parse(answer.time) - Date.now());
  return {
    what: 'clock',
    well: apart < CLOCK_MS,
    says:
      apart < CLOCK_MS
        ? answer.time
        : `The server's clock is ${Math.round(apart / 1000)} s away from this one: turn on time synchronisation.`,
  };
}

async function diskFinding({ dataDir }: Environment): Promise<Finding> {
  mkdirSync(dataDir, { recursive: true });
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const says = `${(free / 1e9).toFixed(1)} GB free in ${dataDir}`;
  return {
    what: 'disk',
    well: free > ENOUGH_BYTES,
    says: free > ENOUGH_BYTES ? says : `${says}: make room, Plenum wants 1 GB.`,
  };
}

/** Looks at a running Plenum from outside, prints one line a finding, and sets the exit code to 1 when one is not well. */
export async function check(environment: Environment): Promise<void> {
  const origin = originOf(environment, environment.port);
  const answer = await answerOf(origin);
  const findings: readonly Finding[] = [
    addressFinding(environment),
    httpsFinding(origin),
    ...(typeof answer === 'string'
      ? [{ what: 'answer', well: false, says: answer }]
      : [
          { what: 'answer', well: answer.status === 'ok', says: answer.reason ?? answer.status },
          await socketFinding(origin),
          clientFinding(answer, environment),
          clockFinding(answer),
        ]),
    await diskFinding(environment),
  ];
  for (const { what, well, says } of findings)
    process.stdout.write(`${well ? 'ok     ' : 'MISSING'}  ${what.padEnd(14)}  ${says}\n`);
  // An unset PUBLIC_URL alone is no fault: that is how one begins.
  if (findings.some(({ well, what }) => !well && what !== 'address')) process.exitCode = 1;
}
