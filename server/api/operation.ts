import { z } from 'zod';
import type { Scope } from '#lib/api/scopes.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { nothingHere } from '#server/series/find-series.ts';

/** What an operation answers: JSON by its schema, or a text. */
export interface Answered {
  readonly json?: unknown;
  readonly text?: string;
  /** Entity tag of what is answered. */
  readonly tag?: string;
  /** 200 unless something was made. */
  readonly status?: 200 | 201;
}

/** A request, as far as operations look at it. */
export interface Asked {
  readonly visitor: Visitor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON, or the text of a body that is Markdown. */
  readonly body: unknown;
  readonly ifMatch: string | null;
  /** Where the site is, `https://plenum.example.org`. */
  readonly site: string;
}

/** What an operation takes for a body. */
export type BodyKind = 'none' | 'json' | 'markdown';

/** One thing that the HTTP API can do: what the document says of it, and what is checked, are the same schemas. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below `/api/v1`, with names in braces. */
  readonly path: string;
  readonly summary: string;
  readonly scope: Scope;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: { readonly kind: BodyKind; readonly schema: z.ZodType };
  /** Null where a text is answered. */
  readonly answer: z.ZodType | null;
  readonly run: (asked: Asked) => Promise<Answered>;
}

interface Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Pick<
  Operation,
  'id' | 'method' | 'path' | 'summary' | 'scope' | 'answer'
> {
  readonly params: P;
  readonly query: Q;
  readonly body: { readonly kind: BodyKind; readonly schema: B };
  readonly work: (
    asked: Omit<Asked, 'params' | 'query' | 'body'> & {
      readonly params: z.infer<P>;
      readonly query: z.infer<Q>;
      readonly body: z.infer<B>;
    },
  ) => Promise<Answered>;
}

/** No names in the path, or no query. */
export const NOTHING = z.object({});
/** No body. */
export const NO_BODY = { kind: 'none', schema: z.undefined() } as const;

/** Field by field what a schema refused, in one sentence. */
export class InvalidRequest extends Refusal {
  readonly fields: readonly { readonly field: string; readonly problem: string }[];

  constructor(place: string, error: z.ZodError) {
    const fields = error.issues.map(({ path, message }) => ({ field: [place, ...path].join('.'), problem: message }));
    super('invalid', fields.map(({ field, problem }) => `${field}: ${problem}`).join('; '));
    this.fields = fields;
  }
}

function parse<S extends z.ZodType>(place: string, schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  // What is named wrongly is not here.
  if (!parsed.success) throw place === 'path' ? nothingHere() : new InvalidRequest(place, parsed.error);
  return parsed.data;
}

/** Makes an operation that checks everything by its schemas before it works. */
export function operation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Spec<P, Q, B>,
): Operation {
  const { work, ...rest } = spec;
  return {
    ...rest,
    run: async (asked) =>
      work({
        ...asked,
        params: parse('path', spec.params, asked.params),
        query: parse('query', spec.query, asked.query),
        body: parse('body', spec.body.schema, asked.body),
      }),
  };
}
