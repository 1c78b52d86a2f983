import 'server-only';
import { cookies } from 'next/headers';

/** Hands on Set-Cookie headers that the accounts library made, so that a server action's answer carries them. */
export async function keepCookies(lines: readonly string[]): Promise<void> {
  const jar = await cookies();
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name, value] = splitOnce(pair);
    const found = new Map(
      attributes.map((attribute) => splitOnce(attribute)).map(([key, text]) => [key.toLowerCase(), text]),
    );
    const age = found.get('max-age');
    jar.set({
      name,
      // The jar encodes again what the header has encoded already.
      value: decodeURIComponent(value),
      path: found.get('path') ?? '/',
      httpOnly: found.has('httponly'),
      secure: found.has('secure'),
      sameSite: 'lax',
      ...(age === undefined ? {} : { maxAge: Number(age) }),
    });
  }
}

function splitOnce(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
