import { startGit, type GitPlace } from './git-process.ts';

/** Why a file of a repository is not read. */
export type SkippedWhy = 'link' | 'submodule' | 'name' | 'too-large';

/** An entry of a tree: a file, by the id of its bytes, or what is none that can be read. */
export interface TreeEntry {
  readonly name: string;
  readonly id: string;
  readonly skipped: SkippedWhy | null;
}

const ENTRY = /^(\d{6}) (\w+) ([0-9a-f]{40,64})\t([\s\S]+)$/;
/** A step up, `.git` in the spellings that some disk takes for it, or what Windows takes for a drive or a stream. */
const BAD_PART = /^(?:\.{0,2}|\.git[\s.]*|git~\d+)$/i;

/** Every file of a commit, with its whole path, in the order of the tree. */
export async function* treeFiles(place: GitPlace, commit: string, wholeMs: number): AsyncGenerator<TreeEntry> {
  const git = startGit(place, { args: ['ls-tree', '-r', '-z', '--full-tree', commit], wholeMs });
  const seen = new Set<string>();
  git.stdin.end();
  try {
    for await (const line of zeroEnded(git.stdout)) {
      const [, mode = '', type = '', id = '', name = ''] = ENTRY.exec(line) ?? [];
      if (name === '') continue;
      // Two of one name are made by hand only, to have one looked at and the other used.
      const skipped = seen.has(name) ? 'name' : skippedWhy(mode, type, name);
      seen.add(name);
      yield { name, id, skipped };
    }
    await git.ended;
  } finally {
    git.stop();
  }
}

function skippedWhy(mode: string, type: string, name: string): SkippedWhy | null {
  if (mode === '160000' || type === 'commit') return 'submodule';
  if (mode === '120000' || type !== 'blob') return 'link';
  return isHarmlessPath(name) ? null : 'name';
}

function isHarmlessPath(name: string): boolean {
  return (
    name.length <= 1000 &&
    !/[\p{Cc}\p{Cf}\\:\uFFFD]/u.test(name) &&
    !name.split('/').some((part) => BAD_PART.test(part))
  );
}

/** The pieces of a stream that end in a zero byte, as UTF-8. */
export async function* zeroEnded(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = rest.indexOf(0); at !== -1; at = rest.indexOf(0, from)) {
      yield rest.toString('utf8', from, at);
      from = at + 1;
    }
    rest = rest.subarray(from);
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
