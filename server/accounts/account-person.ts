import { audit } from '#server/audit.ts';
import type { Transaction } from '#server/database/client.ts';
import { claimPerson, namedBy, type Proof } from './claims.ts';
import { hueFor } from './hue.ts';

/** An account that was just made, and what is known of whose it is. */
export interface NewAccount {
  readonly authUserId: string;
  readonly name: string;
  readonly email: string;
  readonly admin: boolean;
  /** What is proved of them: an address that was verified, a GitHub login. */
  readonly proof: Proof;
}

/**
 * The person behind a new account: the one who was only named until now and is proved to be them, else a new one. Several who
 * were named become one.
 */
export async function makeAccountPerson(tx: Transaction, account: NewAccount): Promise<{ readonly personId: string }> {
  const { authUserId, name, email, admin, proof } = account;
  const [first, ...others] = await namedBy(tx, proof);
  const handle = proof.handle === null ? {} : { handle: proof.handle };
  const data = { name, email, admin, authUserId, ...handle };
  const person =
    first === undefined
      ? await tx.person.create({ data: { ...data, hue: hueFor(await tx.person.count()) } })
      : await tx.person.update({ where: { id: first.id }, data });
  for (const { id } of others) await claimPerson(tx, id, person.id);
  await audit(tx, { act: 'account.create', personId: person.id, details: { admin, claimed: first !== undefined } });
  return { personId: person.id };
}
