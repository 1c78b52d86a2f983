import type { DateSource, ImportProblem, Repair } from '#lib/imports/import-plan.ts';

const sources: Readonly<Record<DateSource, string>> = {
  'file-name': 'file name',
  'title-slide': 'title slide',
  'front-matter': 'front matter',
  'git-history': 'history of the repository',
};

const repairs: Readonly<Record<Repair, string>> = {
  'byte-order-mark': 'A byte order mark was taken off.',
  mojibake: 'Doubly encoded characters were mended.',
  links: 'Links to other decks lead to their calls here.',
};

/** Sizes as people say them: `20 MB`, `1.5 MB`. */
function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`;
}

/** Problems that say everything by their name. */
type PlainProblem = Extract<
  ImportProblem,
  {
    readonly code:
      | 'empty'
      | 'no-date'
      | 'not-a-picture'
      | 'unknown-type'
      | 'outside'
      | 'link'
      | 'same-name'
      | 'long-name'
      | 'locked'
      | 'damaged';
  }
>;

const plain: Readonly<Record<PlainProblem['code'], string>> = {
  empty: 'This file is empty.',
  'no-date': 'No date was found: give one, or the file is left out.',
  'not-a-picture':
    'This file has the name of a picture but is none that browsers show (PNG, JPEG, GIF, WebP, AVIF, SVG).',
  'unknown-type': 'This file is neither Markdown nor a picture.',
  outside: 'The name of this file leads out of what was brought: it is left out.',
  link: 'This is a link to another file: it is left out.',
  'same-name': 'Another file has the same name: this one is left out.',
  'long-name': 'The name of this file is too long: it is left out.',
  locked: 'This file is locked with a password: it is left out.',
  damaged: 'This file is damaged in the archive: it is left out.',
};

const beforeDetail = {
  'front-matter': 'The block at the top is not valid and comes in as text: ',
  'unfit-picture': '',
  failed: 'This file could not be imported: ',
} as const;

/** Problems that another file has to do with. */
const ofFile: Readonly<Record<Extract<ImportProblem, { readonly file: string }>['code'], (file: string) => string>> = {
  'same-date': (file) => `${file} is of the same day; this one gets an address of its own.`,
  'same-bytes': (file) => `This is the same text as ${file}.`,
  'same-text': (file) => `This says the same as ${file}; only white space or characters differ.`,
  'second-template': (file) => `${file} is the template already.`,
  beside: (file) => `${file} beside it was not understood: only what the text says comes in.`,
};

function isPlain(problem: ImportProblem): problem is PlainProblem {
  return problem.code in plain;
}

/** One sentence for what is wrong with an imported file, and what comes of it. */
function sentence(problem: ImportProblem): string {
  if (isPlain(problem)) return plain[problem.code];
  if ('detail' in problem) return `${beforeDetail[problem.code]}${problem.detail}`;
  if ('file' in problem) return ofFile[problem.code](problem.file);
  switch (problem.code) {
    case 'not-utf-8':
      return `This file is not UTF-8 text: byte ${problem.offset + 1} does not fit. Save it as UTF-8 and bring it again.`;
    case 'too-large':
      return `This file has ${megabytes(problem.bytes)}; at most ${megabytes(problem.limit)} can come in.`;
    case 'dates-disagree':
      return `The dates disagree: ${problem.dates.map(({ source, date }) => `${date} in the ${sources[source]}`).join(', ')}.`;
    case 'no-team':
      return `There is no team ${problem.team} here: whose its sections are can be put right at the record.`;
  }
}

/** Words for what an import found. */
export const importProblems = {
  sentence,
  mojibake: (count: number, before: string, after: string) =>
    `${count === 1 ? '1 doubly encoded character' : `${count} doubly encoded characters`}: “${before}” should read “${after}”.`,
  repair: (repair: Repair) => repairs[repair],
  source: (source: DateSource) => sources[source],
  nothingChosen: 'Nothing was imported: none of these files has a date, or none was chosen.',
  noDecks: 'There are no decks here: bring .md, .markdown or .txt files.',
} as const;
