import { deleteCallAction } from '#app/bin/actions.ts';
import type { CallActions } from '#components/call/call-actions.ts';
import { endCallAction, resumeCallAction, startCallAction } from './actions.ts';

/** The buttons of one call. */
export function callActions(callId: string): CallActions {
  return {
    start: startCallAction.bind(null, callId),
    end: endCallAction.bind(null, callId),
    resume: resumeCallAction.bind(null, callId),
    delete: deleteCallAction.bind(null, callId),
  };
}
