import type { BinActions } from '#components/bin/bin-actions.ts';
import { restoreCallAction, restoreSeriesAction } from './actions.ts';

/** The ways back from the bin. */
export const binActions: BinActions = { call: restoreCallAction, series: restoreSeriesAction };
