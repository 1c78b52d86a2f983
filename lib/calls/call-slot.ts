import { z } from 'zod';

/** No call takes longer than this. */
export const MOST_SLOT_MINUTES = 8 * 60;

/** How long a call may take, in seconds: whole minutes; null to say nothing. */
export const callSlotSchema = z
  .number()
  .int()
  .multipleOf(60)
  .min(60)
  .max(MOST_SLOT_MINUTES * 60)
  .nullable();
