import type { DeckSpeed } from './deck-speed.ts';
import type { Floors } from './floor-speed.ts';
import { rounded, summary } from './quantiles.ts';
import { editorTimes, floorOf, framesBetween, previewTimes, type SpeedRow } from './speed-row.ts';

/** What the stage shall hold, beside what was measured. */
export function goalsTable(
  floors: Floors,
  decks: readonly DeckSpeed[],
  gzip: number,
): readonly Record<string, string | number>[] {
  const perDeck = decks.flatMap(({ slides, own, steady, remote, work, openings }) => {
    const tasks = [work.editor, work.after, work.stage].flat().map(({ longestTask }) => longestTask);
    return [
      line(`editor p95 above bare CodeMirror, 60 Hz, ${slides} slides, ms`, above(steady, floors.editors), 2),
      line(`the same where a key never waits for a frame, ms`, above(own, floors.editors), 2),
      line(`slide after editor p95, ${slides} slides, frames`, summary(framesBetween(own)).p95, 1),
      line(`script in the stage p95, ${slides} slides, ms`, summary(work.stage.map(({ script }) => script)).p95, 4),
      line(`longest task of a key, ${slides} slides, ms`, Math.max(...tasks), 50),
      line(`somebody else’s slide p95, ${slides} slides, ms`, summary(previewTimes(remote)).p95, 50),
      ...(slides === 60 ? [line(`opening p95, ${slides} slides, ms`, summary(openings).p95, 300)] : []),
    ];
  });
  return [...perDeck, line('bundle, gzip, kB', gzip, 150)];
}

/** How much more the 95th percentile of the editor is than that of the floor with the same text. */
function above(row: SpeedRow, editors: readonly SpeedRow[]): number {
  return summary(editorTimes(row)).p95 - summary(floorOf(row, editors).flatMap(editorTimes)).p95;
}

function line(goal: string, measured: number, most: number): Record<string, string | number> {
  return { goal, most, measured: rounded(measured), holds: measured <= most ? 'yes' : 'no' };
}
