import { startGit, type GitPlace } from './git-process.ts';
import { zeroEnded } from './tree-files.ts';

/** When a file was written into a repository, by its authors' clocks. */
export interface CommitDates {
  readonly first: Date;
  readonly last: Date;
}

/** When each of these files was committed first and last, by one walk over the history that leads to a commit. Merges say nothing new. */
export async function commitDates(
  place: GitPlace,
  commit: string,
  { names, wholeMs }: { readonly names: ReadonlySet<string>; readonly wholeMs: number },
): Promise<ReadonlyMap<string, CommitDates>> {
  const args = ['log', '-z', '--format=%x01%at', '--name-only', '--no-renames', '--no-show-signature', commit, '--'];
  const git = startGit(place, { args, wholeMs });
  const dates = new Map<string, CommitDates>();
  git.stdin.end();
  try {
    let at = new Date(0);
    for await (const piece of zeroEnded(git.stdout)) {
      const [, seconds] = /^\n?\u0001(\d{1,11})$/.exec(piece) ?? [];
      const name = piece.replace(/^\n/, '');
      if (seconds !== undefined) at = new Date(Number(seconds) * 1000);
      else if (names.has(name)) dates.set(name, widened(dates.get(name), at));
    }
    await git.ended;
  } finally {
    git.stop();
  }
  return dates;
}

function widened(known: CommitDates | undefined, at: Date): CommitDates {
  if (known === undefined) return { first: at, last: at };
  return { first: at < known.first ? at : known.first, last: at > known.last ? at : known.last };
}
