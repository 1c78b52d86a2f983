import { sealEditions } from '#server/archive/seal-editions.ts';
import { resumeClosings } from '#server/closing/resume-closings.ts';
import { publishDueCorrections } from '#server/corrections/publish-corrections.ts';
import { continueRuns } from '#server/imports/continue-runs.ts';
import { log } from '#server/log.ts';
import { sendDueDeliveries } from '#server/webhooks/send-deliveries.ts';

const DUE: Readonly<Record<string, () => Promise<unknown>>> = {
  editions: sealEditions,
  imports: continueRuns,
};

/** For these nobody waits: servers of others may take a minute to answer. */
const SLOW: Readonly<Record<string, () => Promise<unknown>>> = {
  closings: resumeClosings,
  corrections: publishDueCorrections,
  webhooks: sendDueDeliveries,
};

/** Does whatever is due although its job was lost. One that fails is tried again the next minute, and keeps no other from its turn. */
export async function sweep(): Promise<void> {
  for (const [what, work] of Object.entries(SLOW)) void tried(what, work);
  for (const [what, work] of Object.entries(DUE)) await tried(what, work);
}

async function tried(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('what is due could not be done; the next minute tries again', { what, error });
  }
}
