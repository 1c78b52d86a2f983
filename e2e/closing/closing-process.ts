import { z } from 'zod';
import { bus } from '#server/bus/open-bus.ts';
import { endCall } from '#server/calls/end-call.ts';
import { database } from '#server/database/client.ts';
import { startJobs } from '#server/jobs/jobs.ts';

// A process that ends calls and goes on with closings as Plenum does, to be killed. The test is its parent.

const orderSchema = z.object({
  callId: z.string(),
  personId: z.string(),
  /** Whether what is typed is said to be saved at once, as rooms do. */
  saves: z.boolean(),
});

export type EndOrder = z.infer<typeof orderSchema>;

let saves = true;
bus().subscribe('deck.flush', (asked) => {
  if (saves) bus().publish('deck.flushed', asked);
});

async function end(order: EndOrder): Promise<void> {
  saves = order.saves;
  const { id, name, hue } = await database().person.findUniqueOrThrow({ where: { id: order.personId } });
  await endCall({ person: { id, name, hue, admin: false, signedIn: true }, linkIds: [] }, order.callId);
}

process.on('message', (order) => void end(orderSchema.parse(order)).then(() => process.send?.('ended')));
await startJobs();
process.send?.('ready');
