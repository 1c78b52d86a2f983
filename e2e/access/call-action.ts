import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ask, type Answer } from './ask.ts';

const MANIFEST = path.resolve(import.meta.dirname, '../../.next/server/server-reference-manifest.json');

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ workers: z.record(z.string(), z.unknown()), filename: z.string(), exportedName: z.string() }),
  ),
});

/** What a server action answered. */
export type ActionOutcome =
  | { readonly type: 'value'; readonly value: unknown }
  | { readonly type: 'redirect'; readonly to: string }
  /** Neither: the function threw, or was never called. */
  | { readonly type: 'failed'; readonly status: number };

interface BuiltAction {
  readonly id: string;
  /** A page that carries it, as Next names it. */
  readonly page: string;
}

let built: ReadonlyMap<string, BuiltAction> | undefined;

/** The actions of the build, by `file#name`. What no page uses is not in it: no browser can call it. */
export function builtActions(): ReadonlyMap<string, BuiltAction> {
  built ??= new Map(
    Object.entries(manifestSchema.parse(JSON.parse(readFileSync(MANIFEST, 'utf8'))).node).map(
      ([id, { filename, exportedName, workers }]) => [
        `${filename.replace(/^app\//, '')}#${exportedName}`,
        { id, page: Object.keys(workers)[0] ?? '' },
      ],
    ),
  );
  return built;
}

export interface ActionCall {
  /** `file#name`. */
  readonly action: string;
  readonly args: readonly unknown[];
  /** The series whose page sends it. */
  readonly slug: string;
  readonly cookie: string;
  /** Where the page is from that sends it, when it is not ours. */
  readonly origin?: string;
}

/** Calls a server action as a page of ours does. */
export async function callAction(url: string, call: ActionCall): Promise<ActionOutcome> {
  return outcomeOf(await postAction(url, call));
}

/** The same, with the bare answer. */
export async function postAction(url: string, { action, args, slug, cookie, origin }: ActionCall): Promise<Answer> {
  const found = builtActions().get(action);
  if (found === undefined) throw new Error(`The build has no action ${action}.`);
  return ask(url, addressOf(found.page, slug), cookie, {
    method: 'POST',
    headers: { 'next-action': found.id, accept: 'text/x-component', origin: origin ?? url },
    body: encodeArguments(args),
  });
}

/** An address of this page: the action runs before the page is made, so any will do. */
function addressOf(page: string, slug: string): string {
  const parts = page.split('/').slice(1, -1);
  const filled: Readonly<Record<string, string>> = { '[series]': slug, '[date]': '2031-01-09' };
  return `/${parts
    .filter((part) => !part.startsWith('('))
    .map((part) => filled[part] ?? part.replaceAll(/[[\]]/g, ''))
    .join('/')}`;
}

/** Arguments as React sends them: JSON, or, when a form is among them, parts of which the last is the JSON. */
function encodeArguments(args: readonly unknown[]): string | FormData {
  const body = new FormData();
  let parts = 0;
  const model = args.map((value) => {
    if (value === undefined) return '$undefined';
    if (typeof value === 'string' && value.startsWith('$')) return `$${value}`;
    if (!(value instanceof FormData)) return value;
    parts += 1;
    for (const [name, entry] of value) body.append(`_${parts}_${name}`, entry);
    return `$K${parts.toString(16)}`;
  });
  if (parts === 0) return JSON.stringify(model);
  body.set('0', JSON.stringify(model));
  return body;
}

function outcomeOf({ status, headers, body }: Answer): ActionOutcome {
  const redirect = headers.get('x-action-redirect');
  if (redirect !== null) return { type: 'redirect', to: redirect.split(';')[0] ?? '' };
  const rows = new Map(
    body.split('\n').map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1)]),
  );
  const answer = /^\{"a":"\$@(\w+)"/.exec(rows.get('0') ?? '')?.[1];
  const value = answer === undefined ? undefined : rows.get(answer);
  if (status >= 400 || value === undefined || value.startsWith('E')) return { type: 'failed', status };
  return { type: 'value', value: value === '"$undefined"' ? undefined : JSON.parse(value) };
}

/** A form with these fields. */
export function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of typeof value === 'string' ? [value] : value) made.append(name, each);
  return made;
}

/** Whether an action did what it was asked: it goes on, or answers without any refusal. */
export function isDone(outcome: ActionOutcome): boolean {
  return outcome.type === 'redirect' || (outcome.type === 'value' && !isRefusal(outcome.value));
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && saysRefusal(value));
}

function saysRefusal(value: object): boolean {
  if ('state' in value) return isRefusal(value.state);
  if ('ok' in value) return value.ok === false;
  if ('refusal' in value && value.refusal !== null) return true;
  return 'problems' in value && Object.keys(value.problems ?? {}).length > 0;
}
