import type { TextChange } from '#lib/deck/edit-text.ts';
import { picturePlaces, type PicturePlace } from '#lib/imports/picture-references.ts';

import { escapeAlt } from './picture-markdown.ts';

/** Says of an address whether it names the picture in question. */
export type Names = (address: string) => boolean;

const BARE = /!\[([ \t]*)\]\(\s*<?$/;
/** No more stands between the bracket and an address that anybody would write. */
const REACH = 40;

/** The changes that write a description wherever this picture has none; its words stand there as they are. */
export function describeChanges(text: string, names: Names, alt: string): readonly TextChange[] {
  const insert = escapeAlt(alt);
  if (insert === '') return [];
  return inOrder(
    placesOf(text, names).flatMap(({ from }) => {
      const bare = BARE.exec(text.slice(Math.max(0, from - REACH), from));
      if (bare === null) return [];
      return [{ at: from - bare[0].length + '!['.length, remove: bare[1]?.length ?? 0, insert }];
    }),
  );
}

/** The changes that name another picture wherever this one is named. */
export function renameChanges(text: string, names: Names, reference: string): readonly TextChange[] {
  return addressChanges(text, (address) => (names(address) ? reference : null));
}

/** The changes that write another address where there is one for that in the text. */
export function addressChanges(text: string, addressFor: (address: string) => string | null): readonly TextChange[] {
  return inOrder(
    picturePlaces(text).flatMap(({ address, from, to }) => {
      const insert = addressFor(address);
      return insert === null ? [] : [{ at: from, remove: to - from, insert }];
    }),
  );
}

function placesOf(text: string, names: Names): readonly PicturePlace[] {
  return picturePlaces(text).filter(({ address }) => names(address));
}

/** By place; two kinds of writing can mean the same one. */
function inOrder(changes: readonly TextChange[]): readonly TextChange[] {
  return changes.toSorted((a, b) => a.at - b.at).filter(({ at }, index, all) => at !== all[index - 1]?.at);
}
