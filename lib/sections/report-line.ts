/** Somebody whom a report line names, as it names them. */
export interface ReportedBy {
  /** Without the `@`. */
  readonly handle: string | null;
  readonly name: string | null;
}

/** A hand-written "Report by …" in a slide. */
export interface ReportLine {
  /** What is to be replaced in the slide's source, UTF-16 offsets: the line with its markup, without its end. */
  readonly from: number;
  readonly to: number;
  readonly people: readonly ReportedBy[];
}

/** How such a line begins, in the languages and manners that decks are written in. */
const OPENING =
  /^(?:(?:reported|report|presented|presentation|update)\s+(?:by|from)\b|reporters?\s*:|(?:bericht(?:et)?|vorgestellt|präsentiert)\s+von\b)\s*:?\s*/i;
const NOBODY = /^(?:no ?one|nobody|niemand(?:em)?|todo|tbd|n\/?a|none|xx+|name|handle|\?+|\.+|…|-+|–|_+)$/i;
const LONGEST = 600;
const MOST_PEOPLE = 6;

/** The first line of a slide's Markdown that says who reports, outside code, or null. Linear in the source. */
export function findReportLine(source: string): ReportLine | null {
  let fence: string | null = null;
  for (let from = 0; from <= source.length;) {
    const end = source.indexOf('\n', from);
    const next = end === -1 ? source.length : end;
    const line = source.slice(from, Math.min(next, from + LONGEST + 1));
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined) fence = fenceAfter(fence, mark);
    else if (fence === null && line.length <= LONGEST) {
      const people = peopleOf(line);
      if (people !== null) return { from, to: from + line.trimEnd().length, people };
    }
    from = next + 1;
  }
  return null;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** The fence that code stands in after a line with this mark. */
function fenceAfter(open: string | null, mark: string): string | null {
  if (open === null) return mark;
  return mark.startsWith(open) ? null : open;
}

function peopleOf(line: string): readonly ReportedBy[] | null {
  const plain = plainWords(line);
  const opening = OPENING.exec(plain)?.[0];
  if (opening === undefined) return null;
  const rest = plain.slice(opening.length).trim();
  // A sentence that only begins like it: "Report by the end of May".
  if (!rest.includes('@') && rest.split(/\s+/).length > 6) return null;
  return rest
    .split(/\s*(?:[,;/&+]|\band\b|\bund\b)\s*/i)
    .slice(0, MOST_PEOPLE)
    .flatMap(personOf);
}

function personOf(words: string): readonly ReportedBy[] {
  const handle = /@([\w](?:[\w.-]{0,62}\w)?)/.exec(words)?.[1] ?? '';
  if (isSomebody(handle)) return [{ handle, name: null }];
  const name = words
    .replaceAll(/@[\w.-]*|[()[\]{}.:!*_~]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return isSomebody(name) ? [{ handle: null, name: name.slice(0, 80) }] : [];
}

function isSomebody(word: string): boolean {
  return /\p{L}|\d/u.test(word) && !NOBODY.test(word);
}

/** The words without what dresses them: tags, links (their text stays), list and heading marks, emphasis. */
function plainWords(line: string): string {
  return line
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/^[\s>#*+\-_~]+|[*~`]+/g, ' ')
    .replaceAll(/(?<![\w@])_+|_+(?!\w)/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
