import type { TeamsActions } from '#components/teams/teams-actions.ts';
import {
  acceptLearnedAction,
  addTeamMemberAction,
  changeTeamAction,
  createTeamAction,
  forgetTopicAction,
  makeTeamAction,
  makeTopicAction,
  mergeTeamsAction,
  moveTeamAction,
  removeTeamAction,
  removeTeamMemberAction,
  splitTeamAction,
} from './actions.ts';

/** What a page can do with the teams of this series. */
export function teamsActions(series: string): TeamsActions {
  return {
    create: createTeamAction.bind(null, series),
    change: changeTeamAction.bind(null, series),
    merge: mergeTeamsAction.bind(null, series),
    split: splitTeamAction.bind(null, series),
    addMember: addTeamMemberAction.bind(null, series),
    makeTopic: makeTopicAction.bind(null, series),
    accept: acceptLearnedAction.bind(null, series),
    makeTeam: makeTeamAction.bind(null, series),
    forgetTopic: forgetTopicAction.bind(null, series),
    move: moveTeamAction.bind(null, series),
    remove: removeTeamAction.bind(null, series),
    removeMember: removeTeamMemberAction.bind(null, series),
  };
}
