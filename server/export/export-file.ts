import { z } from 'zod';

import { addresses } from '#lib/addresses.ts';
import { sayDay } from '#lib/dates/say-when.ts';
import { Refusal } from '#lib/errors.ts';
import { callMessage } from '#lib/export/call-message.ts';
import { EXPORT_PROFILES, type ExportProfile } from '#lib/export/export-profile.ts';
import { messages } from '#lib/messages/en.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { Visitor } from '#lib/visitor.ts';
import { ownOrigin } from '#server/environment.ts';
import { nothingHere } from '#server/series/find-series.ts';

import { callZip } from './export-zip.ts';
import { findChromium } from './find-chromium.ts';
import { findTaken, type ExportedThing } from './find-taken.ts';
import { offlineFile } from './offline-file.ts';
import { printPdf } from './print-pdf.ts';
import type { TakenCall } from './taken-call.ts';
import { textStream } from './text-stream.ts';
import { writeMarkdown, type ExportSource } from './write-markdown.ts';

/** In what form a call is taken along. */
const formSchema = z.enum(['markdown', 'zip', 'html', 'pdf', 'json', 'message']);
type Form = z.infer<typeof formSchema>;

/** A file to save. */
export interface ExportFile {
  /** ASCII, without characters that need quoting. */
  readonly fileName: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** How a file is wanted. */
interface FileWish {
  readonly form: string;
  readonly profile: ExportProfile;
  /** Stops the work when whoever asked has gone. */
  readonly signal: AbortSignal;
}

/** For whom the Markdown is written, as an address says it; anything unknown is for another Plenum. */
export function profileOf(said: string | null): ExportProfile {
  return EXPORT_PROFILES.find((profile) => profile === said) ?? 'plenum';
}

/** An edition or a deck in one of the forms; for who may read it. Refuses a PDF where there is no Chromium. */
export async function exportFile(
  visitor: Visitor,
  thing: ExportedThing,
  { form, profile, signal }: FileWish,
): Promise<ExportFile> {
  const { success, data } = formSchema.safeParse(form);
  if (!success) throw nothingHere();
  if (data === 'zip') return callZip(visitor, thing, profile);
  return FILES[data](await findTaken(visitor, thing), { profile, signal });
}

type MakeFile = (taken: TakenCall, wish: Omit<FileWish, 'form'>) => Promise<ExportFile> | ExportFile;

const FILES: Readonly<Record<Exclude<Form, 'zip'>, MakeFile>> = {
  markdown: ({ source }, { profile }) => {
    // Alone a text has no pictures beside it: those that are not its own already are named where they are.
    const address = {
      nameOf: ({ key, extension }: { key: string; extension: string }) => ownOrigin() + addresses.asset(key, extension),
    };
    const { text } = writeMarkdown(profile, source, address.nameOf);
    return {
      fileName: `${source.stem}.md`,
      type: 'text/markdown; charset=utf-8',
      body: new TextEncoder().encode(text),
    };
  },
  html: ({ source }) => ({
    fileName: `${source.stem}.html`,
    type: 'text/html; charset=utf-8',
    body: textStream(offlineFile(source)),
  }),
  pdf: async ({ source }, { signal }) => {
    const chromium = findChromium();
    if (chromium === null) throw new Refusal('unavailable', messages.exports.noChromium);
    return { fileName: `${source.stem}.pdf`, type: 'application/pdf', body: await printPdf(source, chromium, signal) };
  },
  message: ({ source }) => ({
    fileName: `${source.stem}.txt`,
    type: 'text/plain; charset=utf-8',
    body: new TextEncoder().encode(`${messageOf(source)}\n`),
  }),
  json: ({ source, json }, { profile }) => {
    const known = json(profile);
    if (known === null) throw nothingHere();
    const text = `${JSON.stringify(known, null, 2)}\n`;
    return {
      fileName: `${source.stem}.json`,
      type: 'application/json; charset=utf-8',
      body: new TextEncoder().encode(text),
    };
  },
};

function messageOf({ text, sections, facts, series }: ExportSource): string {
  const { title, date, address } = facts;
  const named = title.includes(series.name) ? title : `${series.name}: ${title}`;
  return callMessage(
    {
      title: named,
      day: date === null ? '' : sayDay(new Date(`${date}T12:00:00Z`), 'UTC', new Date(0)),
      address: address ?? '',
      model: parseDeck(text),
      sections,
    },
    messages.exports.message,
  );
}
