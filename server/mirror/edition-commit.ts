import { addresses } from '#lib/addresses.ts';
import type { ExportPicture } from '#lib/export/export-profile.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { database } from '#server/database/client.ts';
import { ownOrigin } from '#server/environment.ts';
import { editionSource, writeMarkdown } from '#server/export/write-markdown.ts';

/** The trailer by which a commit is recognised, whatever was written down of it. */
export const EDITION_TRAILER = 'Plenum-Edition';
const MOST_SECTIONS = 40;

/** An edition as one commit. The same edition on the same parent is the same commit. */
export interface EditionCommit {
  readonly editionId: string;
  /** `2024/2024-12-12.md`. */
  readonly path: string;
  /** Where an earlier edition of the record lies, if that is elsewhere. */
  readonly formerPath: string | null;
  readonly text: string;
  /** Path in the repository → what is kept under it. */
  readonly pictures: ReadonlyMap<string, KeptAsset>;
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

export interface Signature {
  /** Without `<`, `>` and control characters. */
  readonly name: string;
  readonly email: string;
  readonly at: Date;
}

/** Reads a sealed edition and writes it as a commit. Of who may read it this knows nothing. */
export async function editionCommit(editionId: string): Promise<EditionCommit> {
  const edition = await database().edition.findUniqueOrThrow({
    where: { id: editionId },
    include: { record: { include: { call: { include: { series: true } } } } },
  });
  const { call } = edition.record;
  const source = editionSource({ ...edition, call, series: call.series });
  const folder = call.address.slice(0, 4);
  const { text, pictures } = writeMarkdown('forge', source);
  const content = editionContentSchema.parse(edition.content);
  const sealedAt = edition.sealedAt ?? edition.createdAt;
  const ended =
    edition.number === 1 && content.provenance.type === 'call' ? new Date(content.provenance.endedAt) : null;
  const path = `${folder}/${call.address}.md`;
  return {
    editionId,
    path,
    formerPath: await formerPath(edition.recordId, path),
    text,
    pictures: new Map(pictures.map((picture) => [`${folder}/${pictureFile(picture)}`, picture])),
    message: messageOf({
      title: source.facts.title,
      date: call.address,
      number: edition.number,
      sections: content.sections.filter(({ fromSlide, toSlide }) => toSlide > fromSlide).map(({ title }) => title),
      address: ownOrigin() + pathOf(call.series.slug, call.address, edition.number),
      editionId,
    }),
    author: { name: await authorName(edition.createdById), email: noReply(), at: ended ?? sealedAt },
    committer: { name: 'Plenum', email: noReply(), at: sealedAt },
  };
}

function pictureFile({ key, extension }: ExportPicture): string {
  return `assets/${key}.${extension}`;
}

function pathOf(series: string, call: string, number: number): string {
  return number === 1 ? addresses.call(series, call) : addresses.edition(series, call, number);
}

interface Said {
  readonly title: string;
  readonly date: string;
  readonly number: number;
  readonly sections: readonly string[];
  readonly address: string;
  readonly editionId: string;
}

function messageOf({ title, date, number, sections, address, editionId }: Said): string {
  const shown = sections.slice(0, MOST_SECTIONS).map((section) => `- ${oneLine(section)}`);
  const paragraphs = [
    `${oneLine(title)} (${date})${number === 1 ? '' : `, edition ${number}`}`,
    number === 1 ? '' : `Edition ${number}: added after the call.`,
    [...shown, ...(sections.length > MOST_SECTIONS ? ['- …'] : [])].join('\n'),
    address,
    `${EDITION_TRAILER}: ${editionId}`,
  ];
  return `${paragraphs.filter((part) => part !== '').join('\n\n')}\n`;
}

function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  // No character is cut in two.
  return Array.from(line).slice(0, 120).join('');
}

/** People's own addresses never leave Plenum. */
function noReply(): string {
  return `noreply@${new URL(ownOrigin()).hostname}`;
}

async function authorName(personId: string | null): Promise<string> {
  const person =
    personId === null
      ? null
      : await database().person.findUnique({ where: { id: personId }, select: { name: true, deletedAt: true } });
  const name = person === null || person.deletedAt !== null ? '' : oneLine(person.name.replaceAll(/[<>]/g, ''));
  return name === '' ? 'Plenum' : name;
}

/** A call may have been moved to another day since its last edition. */
async function formerPath(recordId: string, path: string): Promise<string | null> {
  const before = await database().mirroredEdition.findFirst({
    where: { edition: { recordId } },
    orderBy: { edition: { number: 'desc' } },
    select: { path: true },
  });
  return before === null || before.path === path ? null : before.path;
}
