import { deleteCallAction } from '#app/bin/actions.ts';
import { correctRecordAction } from '#app/corrections/record-actions.ts';
import { gatherAgainAction, reopenCallAction } from '#app/closing/actions.ts';
import type { CallActions } from '#components/call/call-actions.ts';
import { changeSlotAction, endCallAction, removeHelloAction, resumeCallAction, startCallAction } from './actions.ts';

/** The buttons of one call. */
export function callActions(callId: string): CallActions {
  return {
    start: startCallAction.bind(null, callId),
    end: endCallAction.bind(null, callId),
    resume: resumeCallAction.bind(null, callId),
    reopen: reopenCallAction.bind(null, callId),
    gatherAgain: gatherAgainAction.bind(null, callId),
    removeHello: removeHelloAction.bind(null, callId),
    correctRecord: correctRecordAction.bind(null, callId),
    delete: deleteCallAction.bind(null, callId),
    changeSlot: changeSlotAction.bind(null, callId),
  };
}
