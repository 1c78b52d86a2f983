import { foldHeading } from './fold-heading.ts';

/** What a call has anyway, whoever holds it; folded. */
const TOPICS = foldedSet(
  [
    'introduction|intro|q a|any other business|next call|next meeting|closing|wrap up|summary|housekeeping|thanks',
    'open discussion|discussion|general|general topics|roadmap|status|updates|release|releases|press|adoption|notes',
    'action items|actions|retrospective|kudos|celebrations|contact|get involved|how to contribute|tenders|jobs|start',
    'outlook|review|highlights|achievements|milestones|miscellaneous|misc|varia|other|others|title|backlog|priorities',
    'ausblick|ruckblick|vorstellung|vorstellungsrunde|abschluss|sonstiges|verschiedenes|allgemeines|protokoll|ende',
    'presse|diskussion|ordre du jour|divers|varios|overview|ubersicht|metrics|statistics|contributions|shout outs',
  ].flatMap((line) => line.split('|')),
);

/** With one of these words a heading is a topic's, whatever else is in it. */
const TOPIC_WORDS = foldedSet(
  `welcome agenda news event events announcement announcements question questions qa aob goodbye bye newcomer newcomers
  member members links talk talks demo demos showcase break hackathon hackathons meetup meetups conference summit workshop
  workshops session sessions call calls meeting meetings join upcoming save date reminder today tomorrow next last thank you
  your our we us let ask everything begrussung willkommen tagesordnung termine termin fragen danke neues neuigkeiten
  ankundigung ankundigungen veranstaltung veranstaltungen vortrag bienvenue questions merci bienvenida preguntas gracias
  evenements actualites eventos noticias update`.split(/\s+/),
);

/** Whether a heading names a part that any call may have. Dates and numbers in it do not count. */
export function isCommonTopic(heading: string): boolean {
  const words = foldHeading(heading)
    .split(' ')
    .filter((word) => !/^\d+$/.test(word));
  return words.length === 0 || TOPICS.has(words.join(' ')) || words.some((word) => TOPIC_WORDS.has(word));
}

function foldedSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldHeading));
}
