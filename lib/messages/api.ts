import type { Scope } from '#lib/api/scopes.ts';

const scopes: Readonly<Record<Scope, string>> = {
  read: 'read series, calls, decks and records',
  people: 'see who the members are',
  write: 'replace the text of decks',
  plan: 'plan calls',
  sync: 'open decks live, to write only with “write”',
};

/** Words of the HTTP API: its document, its page, its tokens. */
export const api = {
  title: 'HTTP API',
  lead: 'Read and write what Plenum holds, from programs. Every answer is JSON or Markdown; every refusal is a problem (RFC 9457) whose detail says what to do.',
  tokenText: 'A token of a series or of the instance, in the header: Authorization: Bearer plenum_…',
  public: 'What a series shows to everybody can be read without a token. Cookies are never looked at.',
  scope: (scope: Scope) => `Needs the scope “${scope}”: ${scopes[scope]}.`,
  needs: 'scope',
  problem: 'A refusal, in a sentence.',
  done: 'Done.',
  document: 'The whole description, OpenAPI 3.1',
  tokens: {
    title: 'API tokens',
    lead: 'A token lets a program use this series through the HTTP API. It belongs to the series: it goes on when whoever made it leaves.',
    instanceLead: 'These work for every series. They belong to the instance.',
    none: 'There is no token.',
    alsoInstance: (tokens: readonly string[]) =>
      `An admin has made tokens for every series, which work here too: ${tokens.join('; ')}.`,
    docs: 'What programs can do with one',
    scopes,
    what: 'What it may do',
    name: 'What is it for?',
    nameHint: 'What it writes stands under this name.',
    days: 'Until',
    dayChoices: [
      { value: '30', title: 'in 30 days' },
      { value: '90', title: 'in 90 days' },
      { value: '365', title: 'in a year' },
      { value: '0', title: 'it is ended' },
    ],
    make: 'Make a token',
    fresh: 'Here it is. It is shown this once: copy it now.',
    copy: 'Copy the token',
    end: 'End',
    endLabel: (name: string) => `End the token ${name}`,
    endTitle: (name: string) => `End the token “${name}”?`,
    endText: 'Programs that use it are refused from now on, and what they have open is closed. This cannot be undone.',
    keep: 'Keep it',
    by: (name: string) => `made by ${name}`,
    used: (when: string) => `used ${when}`,
    neverUsed: 'not used yet',
    problems: { scopes: 'Choose at least one.', days: 'Choose how long it is good for.' },
  },
} as const;
