// The commonest first: what stands on every slide of a community call, in both languages, and what people search for.
const COMMON =
  `the and to of in for a is on with we be die der and das zu next week new update status release team docs review
  open meeting pull request issue testing deployment and nightly node network storage cluster upgrade merged fixed working ist nicht und mit
  auf community call report people discussion planned progress security container image build pipeline quay harbour crane ferry lighthouse
  anchor buoy channel cargo pier dock tide current vessel pilot beacon signal rope sail mast deck captain crew voyage chart compass storm
  weather forecast repair schedule capacity outage incident recovery backup restore migration rollout version feature documentation
  translation workshop conference talk slides recording minutes agenda decision vote proposal draft feedback survey onboarding mentoring
  sponsor budget invoice contract license compliance audit policy privacy encryption certificate token login account permission role member
  Häuser Straße Größe Übung Verfügbarkeit Aktualisierung Betrieb Störung Wartung Prüfung Änderung Vorschlag Entscheidung Arbeitsgruppe
  Rückmeldung Veröffentlichung Speicher Netzwerk Sicherheit Zertifikat Anmeldung Konto Rechte Mitglied`.split(/\s+/);

const SYLLABLES =
  `ba be bi bo bu da de di do du fa fe fi fo ga ge gi go ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe pi po ra re
  ri ro ru sa se si so ta te ti to tu va ve vi wa we zu stra kla ment tion ung keit`.split(/\s+/);

const ALL = 30_000;

/** Words of an archive of our own, the commonest first: the word of rank r stands about 1 / (r + 2) as often as all others together. */
export interface ZipfWords {
  readonly words: readonly string[];
  readonly draw: () => string;
  /** The word that often stands behind a common one, or null. */
  readonly partner: (word: string) => string | null;
}

/** So many words have one. */
export const PARTNERED = 400;
const OFTEN = 0.25;

/** Makes the words; the same ones for the same random numbers. */
export function zipfWords(random: () => number): ZipfWords {
  const words = [...new Set(COMMON)];
  const known = new Set(words);
  const pick = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? 'la';
  while (words.length < ALL) {
    const word = Array.from({ length: 2 + Math.floor(random() * 3) }, pick).join('');
    if (known.has(word)) continue;
    known.add(word);
    words.push(word);
  }
  let sum = 0;
  const sums = Float64Array.from(words, (_word, rank) => (sum += 1 / (rank + 3)));
  const partners = new Map(
    words.slice(0, PARTNERED).map((word, rank) => [word, words[(rank * 7 + 13) % PARTNERED] ?? null]),
  );
  const partner = (word: string): string | null => partners.get(word) ?? null;
  let last = '';
  return {
    words,
    partner,
    draw: () => {
      const beside = partner(last);
      if (beside !== null && random() < OFTEN) return (last = beside);
      const wanted = random() * sum;
      let [low, high] = [0, sums.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      last = words[low] ?? '';
      return last;
    },
  };
}
