import type { PeopleActions } from '#components/people/people-actions.ts';
import {
  changeAudiencesAction,
  changeRoleAction,
  chooseOffersAction,
  claimByHostAction,
  endInvitationAction,
  handOverAction,
  inviteManyAction,
  invitePeopleAction,
  leaveSeriesAction,
  removeMemberAction,
} from './actions.ts';

/** What a page can do with the people of this series. */
export function peopleActions(series: string): PeopleActions {
  return {
    invite: invitePeopleAction.bind(null, series),
    inviteMany: inviteManyAction.bind(null, series),
    changeAudiences: changeAudiencesAction.bind(null, series),
    chooseOffers: chooseOffersAction.bind(null, series),
    changeRole: changeRoleAction.bind(null, series),
    remove: removeMemberAction.bind(null, series),
    handOver: handOverAction.bind(null, series),
    leave: leaveSeriesAction.bind(null, series),
    endInvitation: endInvitationAction.bind(null, series),
    claim: claimByHostAction.bind(null, series),
  };
}
