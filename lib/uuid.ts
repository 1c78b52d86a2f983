const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this is a row's id as the database writes it: 32 hex digits in small letters, in five groups. Takes whatever the network sends. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
