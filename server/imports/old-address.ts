import { may } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { isText } from '#lib/text-argument.ts';
import type { Visitor } from '#lib/visitor.ts';
import { findCallById } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';

/** A note at `/<name>`, published at `/s/<name>`, as slides at `/p/<name>`. */
const NOTE = /^\/(?:[sp]\/)?([^/]+)\/?$/;
const UPLOAD = /^\/uploads\/([^/]+)$/;
/** Two series may have had a note of one name: the first that may be read counts. */
const MOST_SERIES = 20;

/**
 * Where something is now that had this path on the server that Plenum took over from: asked when no page of ours is there. Null when
 * there is nothing, or nothing that the visitor may know of: the two do not differ.
 */
export async function oldAddress(visitor: Visitor, path: string): Promise<string | null> {
  const upload = named(UPLOAD, path);
  if (upload !== null) return oldUpload(visitor, upload);
  const note = named(NOTE, path);
  return note === null ? null : oldNote(visitor, note);
}

async function oldNote(visitor: Visitor, name: string): Promise<string | null> {
  const rows = await database().oldAddress.findMany({
    where: { kind: 'note', name, callId: { not: null } },
    select: { callId: true },
    take: MOST_SERIES,
  });
  for (const { callId } of rows) {
    try {
      const { call } = await findCallById(visitor, callId ?? '', 'call.read');
      return addresses.call(call.series.slug, call.address);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return null;
}

/** Names of uploads can be guessed, keys cannot: a picture is for whoever may read what shows it. */
async function oldUpload(visitor: Visitor, name: string): Promise<string | null> {
  const rows = await database().oldAddress.findMany({
    where: { kind: 'upload', name, key: { not: null }, callId: { not: null } },
    select: { callId: true, asset: { select: { key: true, extension: true } } },
    take: MOST_SERIES,
  });
  for (const { callId, asset } of rows) {
    if (asset !== null && (await maySee(visitor, callId ?? ''))) return addresses.asset(asset.key, asset.extension);
  }
  return null;
}

async function maySee(visitor: Visitor, callId: string): Promise<boolean> {
  try {
    const { call, asker } = await findCallById(visitor, callId, 'call.read');
    return may(asker, call.state === 'ended' ? 'record.read' : 'deck.read', call.series);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}

/** The name in a path, or null for one that cannot be read. */
function named(pattern: RegExp, path: string): string | null {
  const written = pattern.exec(path)?.[1];
  if (written === undefined) return null;
  try {
    const name = decodeURIComponent(written);
    return isText(name) ? name : null;
  } catch {
    return null;
  }
}
