import { z } from 'zod';

/** What a test wants of a process of rooms and sockets, as JSON in SYNC_OPTIONS. */
export const processOptionsSchema = z.object({
  /** Who may write. */
  people: z.array(z.string()).default(['Ada', 'Bo', 'Cy', 'Dee']),
  /** The bus between processes; without it the process is alone. */
  redisUrl: z.string().optional(),
  /** Seed of a bus that loses, doubles and disorders rings. */
  badLine: z.number().optional(),
  /** The moment at which the process kills itself. */
  death: z
    .object({
      step: z.enum(['append', 'snapshot']),
      when: z.enum(['before', 'during', 'after']),
      call: z.number(),
    })
    .optional(),
  /** Opens the embedded database of DATA_DIR by itself, as Plenum does. */
  embedded: z.boolean().default(false),
  /** How large its heap may grow, in MB; without it as large as Node lets it. */
  heapMb: z.number().optional(),
  idleMs: z.number().default(10_000),
  pollMs: z.number().default(2_000),
});
export type ProcessOptions = z.input<typeof processOptionsSchema>;

/** What a test tells such a process while it runs. */
export const orderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('right'), name: z.string(), right: z.enum(['write', 'read', 'none']) }),
  /** Its clock jumps, by milliseconds. */
  z.object({ type: z.literal('clock'), by: z.number() }),
  /** It asks for memory until it has none left. */
  z.object({ type: z.literal('memory') }),
]);
export type Order = z.infer<typeof orderSchema>;
