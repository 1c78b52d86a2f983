import 'server-only';
import { forbidden, notFound, permanentRedirect, redirect } from 'next/navigation';
import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { oldAddress } from '#server/imports/old-address.ts';
import { movedAddress } from '#server/series/moved-address.ts';
import { currentVisitor } from './current-visitor.ts';

/** Which page is asked for: where to return after signing in, and what may have moved. */
interface PagePlace {
  readonly path: string;
  readonly series?: string;
  readonly call?: string;
}

/** What a page shows, or, where it is refused, the way on: to sign-in, to the new address, to a page that says why. */
export async function openPage<T>(place: PagePlace, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(error, place);
  }
}

async function refuse(refusal: Refusal, { path, series, call }: PagePlace): Promise<never> {
  if (refusal.code === 'sign-in-first') return redirect(addresses.signIn(path));
  if (refusal.code === 'not-allowed') return forbidden();
  if (refusal.code !== 'not-found') throw refusal;
  if (series === undefined) return notFound();
  const visitor = await currentVisitor();
  const there = (await movedAddress(visitor, series, call)) ?? (await oldAddress(visitor, path));
  return there === null ? notFound() : permanentRedirect(there);
}
