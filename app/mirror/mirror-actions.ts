import type { MirrorActions } from '#components/mirror/mirror-actions.ts';

import {
  forgetServerKeyAction,
  goOnFromTheirsAction,
  setMirrorAction,
  tryMirrorAction,
  turnMirrorAction,
} from './actions.ts';

/** What the page of a series' mirror can do. */
export function mirrorActions(series: string): MirrorActions {
  return {
    set: setMirrorAction.bind(null, series),
    tryAgain: tryMirrorAction.bind(null, series),
    turnOn: turnMirrorAction.bind(null, series, true),
    turnOff: turnMirrorAction.bind(null, series, false),
    forgetServerKey: forgetServerKeyAction.bind(null, series),
    goOn: goOnFromTheirsAction.bind(null, series),
  };
}
