import type { PicturesActions } from '#components/pictures/pictures-actions.ts';
import {
  changeDescriptionAction,
  chooseForeignPicturesAction,
  findPicturesAction,
  keepCopyInSeriesAction,
  replacePictureAction,
  undoReplacementAction,
} from './actions.ts';

/** What a page can do with the pictures of this series. */
export function picturesActions(series: string): PicturesActions {
  return {
    find: findPicturesAction.bind(null, series),
    describe: changeDescriptionAction.bind(null, series),
    replace: replacePictureAction.bind(null, series),
    undoReplacement: undoReplacementAction.bind(null, series),
    chooseForeign: chooseForeignPicturesAction.bind(null, series),
    keepCopy: keepCopyInSeriesAction.bind(null, series),
  };
}
