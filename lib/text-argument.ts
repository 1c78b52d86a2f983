/**
 * Whether this is text, and such as Postgres keeps. Arguments of server actions and parts of addresses come from the network: whatever
 * type they are written with, they have it only once somebody has looked.
 */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}
