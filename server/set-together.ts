import { Refusal } from '#lib/errors.ts';

/** All of these values of the environment, none of them, or a refusal that names what is missing. */
export function together<Name extends string>(
  values: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
): Readonly<Record<Name, string>> | null {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === names.length) return null;
  if (missing.length > 0)
    throw new Refusal(
      'invalid',
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set: ${names.join(', ')} are needed together.`,
    );
  return Object.fromEntries(names.map((name) => [name, String(values[name])])) as Readonly<Record<Name, string>>;
}
