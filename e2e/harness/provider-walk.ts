import { beginSignIn, endSignIn } from '#server/accounts/providers/provider-sign-in.ts';
import type { ProviderId } from '#server/accounts/providers/providers.ts';

/** A browser without a window: cookies by host, and nothing else. */
export class Walker {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Keeps a cookie for Plenum. */
  keep(host: string, lines: readonly string[]): void {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    this.#cookies.set(host, jar);
  }

  cookiesFor(host: string): string {
    return [...(this.#cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** What this browser sends to the Plenum at this origin. */
  headers(origin: string): Headers {
    const { host } = new URL(origin);
    return new Headers({ host, cookie: this.cookiesFor(host), 'x-plenum-address': '192.0.2.7' });
  }

  /** Goes where it is sent until that is this origin again; gives that address. */
  async follow(location: string, origin: string): Promise<string> {
    let url = location;
    for (let steps = 0; steps < 12; steps += 1) {
      if (url.startsWith(`${origin}/`)) return url;
      const { host } = new URL(url);
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie: this.cookiesFor(host) } });
      this.keep(host, answer.headers.getSetCookie());
      const next = answer.headers.get('location');
      if (next === null) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
      url = new URL(next, url).href;
    }
    throw new Error(`Sent around in circles, last to ${url}`);
  }

  /** Begins the way through a provider and walks it up to the address that leads back. */
  async leave(provider: ProviderId, origin: string, next = '/'): Promise<string> {
    const { location, cookies } = await beginSignIn(provider, this.headers(origin), next);
    this.keep(new URL(origin).host, cookies);
    return this.follow(new URL(location, origin).href, origin);
  }

  /** Comes back by an address; gives where Plenum sends it. */
  async return(provider: ProviderId, url: string): Promise<string> {
    const { origin, host } = new URL(url);
    const { location, cookies } = await endSignIn(provider, new Request(url, { headers: this.headers(origin) }));
    this.keep(host, cookies);
    return location;
  }

  /** There and back. */
  async signIn(provider: ProviderId, origin: string, next?: string): Promise<string> {
    return this.return(provider, await this.leave(provider, origin, next));
  }
}
