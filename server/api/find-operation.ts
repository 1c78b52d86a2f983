import { OPERATIONS } from './operations/all.ts';
import type { Operation } from './operation.ts';

interface Match {
  readonly operation: Operation | null;
  readonly params: Record<string, string>;
  /** What the address answers to, when not to this method. */
  readonly methods: readonly string[];
}

/** The operation at an address below `/api/v1`, and the names in it. */
export function findOperation(method: string, path: string): Match {
  const here = OPERATIONS.flatMap((operation) => {
    const params = paramsOf(operation.path, path);
    return params === null ? [] : [{ operation, params }];
  });
  const match = here.find(({ operation }) => operation.method === method);
  return {
    operation: match?.operation ?? null,
    params: match?.params ?? {},
    methods: here.map(({ operation }) => operation.method),
  };
}

function paramsOf(template: string, path: string): Record<string, string> | null {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) params[name] = given[at] ?? '';
    else if (part !== given[at]) return null;
  }
  return params;
}
