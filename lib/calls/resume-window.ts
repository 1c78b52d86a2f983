/** How long after its end a call can be resumed; then its record is sealed. Milliseconds. */
export const RESUME_WINDOW = 15 * 60 * 1000;
