import type { SeriesRole } from '#lib/access.ts';

const role: Readonly<Record<SeriesRole, string>> = { host: 'Host', writer: 'Writer', reader: 'Reader' };
const roleText: Readonly<Record<SeriesRole, string>> = {
  host: 'plans, starts and ends calls, and says who belongs',
  writer: 'writes in every deck, reports, presents',
  reader: 'reads everything, writes nothing',
};
const unread = {
  name: 'has characters that nobody sees, or is too long for a name',
  email: 'is no e-mail address',
  handle: 'is no GitHub handle',
} as const;

/** Words about who belongs to a series, and how people get in. */
export const people = {
  title: 'People',
  lead: 'Who belongs to this series, who is invited, and who else may read or write.',
  memberLead: 'Who belongs to this series.',
  open: 'People and access',
  openMember: 'See the members',
  role,
  roleText,
  problems: {
    days: 'Choose a number of days from 1 to 365.',
    peopleMissing: 'Write at least one name, address or handle.',
    tooMany: 'That is more than fits: invite at most 200 people at once.',
    name: 'Give it a name of one line.',
    role: 'Choose a role.',
  },
  members: {
    title: 'Members',
    none: 'This series has no members: it was made from the command line. An admin can give it a host.',
    you: 'you',
    role: (name: string) => `Role of ${name}`,
    menu: (name: string) => `What to do with ${name}`,
    seen: (when: string) => `here ${when}`,
    neverSeen: 'not here yet',
    remove: 'Take out of the members …',
    removeTitle: (name: string) => `Take ${name} out of the members?`,
    removeText:
      'What they may do here ends at once, open pages too. Everything that they wrote stays, under their name. You can invite them again.',
    removeYes: 'Take out',
    handOver: 'Make them host instead of me …',
    handOverTitle: (name: string) => `Hand this series over to ${name}?`,
    handOverText: 'They become host, you become a writer. Only a host can undo this.',
    handOverYes: 'Hand it over',
    leave: 'Leave the series …',
    leaveTitle: 'Leave this series?',
    leaveText: 'You are no member any more. What you wrote stays. A host can invite you again.',
    leaveYes: 'Leave',
    keep: 'Cancel',
    lastHost: 'This is the last host: make somebody else host first, else nobody could manage the series.',
    rolesHint: 'Hosts say who belongs; writers write; readers read.',
  },
  invite: {
    title: 'Invite people',
    who: 'Whom?',
    whoHint:
      'One a line, or pasted from a mail: Ada Harbour <ada@example.org>, ben@example.org, @cleo (a GitHub handle) or a name. Each gets a link of their own, which works once.',
    placeholder: 'Ada Harbour <ada@example.org>\n@ben',
    role: 'As',
    days: 'The link is good for',
    dayChoices: [
      { value: '2', title: '2 days' },
      { value: '14', title: '14 days' },
      { value: '60', title: '60 days' },
    ],
    mail: 'Send it by mail where there is an address',
    submit: 'Invite',
    nobody: 'Write at least one name, address or handle.',
    tooMany: (count: number, most: number) =>
      `These are ${count.toLocaleString('en')} people. Invite at most ${most} at once, or make one link for many.`,
    unread: (line: number, text: string, why: keyof typeof unread) =>
      `Line ${line}: “${text}” ${unread[why]}. Nobody was invited; mend it and try again.`,
    made: (count: number) =>
      count === 1
        ? 'One invitation. Its link is shown this once: copy it now.'
        : `${count} invitations. Their links are shown this once: copy them now.`,
    mailed: 'sent',
    notMailed: 'could not be sent: copy the link',
    copy: (name: string) => `Copy the link for ${name}`,
    copyAll: 'Copy all',
    manyTitle: 'One link for many',
    manyHint: 'Whoever opens it becomes a member. Good for a mailing list that you trust.',
    manyName: 'What is it for?',
    manySubmit: 'Make the link',
    manyHosts: 'Hosts are invited one by one.',
  },
  invited: {
    title: 'Invited',
    none: 'Nobody waits for an answer.',
    until: (day: string) => `until ${day}`,
    many: 'for many',
    sentTo: (address: string) => `sent to ${address}`,
    end: 'End',
    endLabel: (name: string) => `End the invitation for ${name}`,
  },
  named: {
    title: 'Named, without an account',
    hint: 'They report or are in a team, and have not signed in. They become themselves when they come by an invitation, a verified address or their GitHub handle; or you say who they are.',
    sections: (count: number) => (count === 1 ? 'reports one section' : `reports ${count} sections`),
    is: 'This is …',
    isLabel: (name: string) => `Who ${name} is`,
    isTitle: (named: string, member: string) => `Is “${named}” ${member}?`,
    isText: 'Sections, teams and invitations move over at once. This cannot be undone.',
    isYes: 'Yes, the same person',
    elsewhere: 'This person is named in another series too: there, somebody else decides.',
  },
  access: {
    title: 'Who may read and write',
    write: 'Who may write?',
    writeOptions: [
      { value: 'members', title: 'Members', text: 'Hosts and writers.' },
      { value: 'signed_in', title: 'Everybody who is signed in', text: 'Anybody with an account here.' },
      { value: 'link', title: 'Whoever has a link to write', text: 'Guests give a name first.' },
    ],
    save: 'Keep this',
    saved: 'Kept. It holds from now on, also for pages that are open.',
  },
  join: {
    metaTitle: 'Join',
    title: (series: string) => `Join ${series}`,
    lead: (by: string | null, as: SeriesRole) =>
      by === null ? `You are invited as a ${as}.` : `${by} invites you as a ${as}.`,
    as: (name: string) => `Join as ${name}`,
    other: 'Somebody else? Sign out first.',
    submit: 'Join',
    have: 'I have an account',
    goneTitle: 'This invitation does not work any more',
    goneText: 'It was used, was ended, or is too old. Ask whoever sent it for a new one.',
  },
  audit: {
    title: 'Log',
    open: 'Log of this series',
    lead: 'Who changed who may do what; starts, ends, locks, imports, deletions. Nothing here can be changed or taken away.',
    none: 'Nothing has happened yet.',
    shell: 'command line or the server itself',
    older: 'Older',
    newest: 'Newest',
  },
} as const;
