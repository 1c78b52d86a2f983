import { emailSchema, nameSchema } from '#lib/account-form.ts';

/** A person as a provider knows them, as the accounts library wants them. */
export interface Profile {
  /** The provider's own id of them, which never changes. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** Invisible signs are what a name may not have here; everything else that people are called elsewhere is let be. */
function shown(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, 120);
}

/** The first of these that will do as a name, else what stands before the address's @. */
export function nameOf(candidates: readonly (string | null | undefined)[], email: string): string {
  const names = candidates.map((name) => shown(name ?? ''));
  return names.find((name) => nameSchema.safeParse(name).success) ?? shown(email.split('@')[0] ?? email);
}

/** An address as we write it, or null when it is none. */
export function emailOf(text: string | null | undefined): string | null {
  const parsed = emailSchema.safeParse(text ?? '');
  return parsed.success ? parsed.data : null;
}
