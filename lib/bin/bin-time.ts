const DAY_MS = 86_400_000;

/** For so many days what was deleted can be brought back. The database keeps sealed records as long by itself. */
export const BIN_DAYS = 30;

/** Until when something that was deleted then can be brought back. */
export function keptUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + BIN_DAYS * DAY_MS);
}

/** What was deleted before this instant cannot be brought back any more. */
export function binBegins(now: Date): Date {
  return new Date(now.getTime() - BIN_DAYS * DAY_MS);
}

/** How many days are left, the one that has begun among them. */
export function daysLeft(deletedAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((keptUntil(deletedAt).getTime() - now.getTime()) / DAY_MS));
}
