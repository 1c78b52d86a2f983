import type { DeckSpeed } from './deck-speed.ts';
import type { Floors } from './floor-speed.ts';
import { rounded, summary } from './quantiles.ts';
import { editorTimes, framesBetween, previewTimes } from './speed-row.ts';

/** What the stage shall hold, beside what was measured. */
export function goalsTable(
  floors: Floors,
  decks: readonly DeckSpeed[],
  gzip: number,
): readonly Record<string, string | number>[] {
  const perDeck = decks.flatMap(({ slides, own, remote, work, openings }) => {
    const floor = floors.editors.find((editor) => editor.slides === slides);
    const editor = summary(editorTimes(own)).p95 - summary(floor === undefined ? [] : editorTimes(floor)).p95;
    const tasks = [work.editor, work.after, work.stage].flat().map(({ longestTask }) => longestTask);
    return [
      line(`editor p95 above bare CodeMirror, ${slides} slides, ms`, editor, 2),
      line(`slide after editor p95, ${slides} slides, frames`, summary(framesBetween(own)).p95, 1),
      line(`script in the stage p95, ${slides} slides, ms`, summary(work.stage.map(({ script }) => script)).p95, 4),
      line(`longest task of a key, ${slides} slides, ms`, Math.max(...tasks), 50),
      line(`somebody else’s slide p95, ${slides} slides, ms`, summary(previewTimes(remote)).p95, 50),
      ...(slides === 60 ? [line(`opening p95, ${slides} slides, ms`, summary(openings).p95, 300)] : []),
    ];
  });
  return [...perDeck, line('bundle, gzip, kB', gzip, 150)];
}

function line(goal: string, measured: number, most: number): Record<string, string | number> {
  return { goal, most, measured: rounded(measured), holds: measured <= most ? 'yes' : 'no' };
}
