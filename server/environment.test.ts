import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { originOf, readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      dataDir: path.resolve('data'),
      mirrorsDir: path.resolve('data/mirrors'),
      trustProxy: false,
    });
  });

  it('counts empty values as unset', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('keeps the origin of PUBLIC_URL', () => {
    expect(readEnvironment({ PUBLIC_URL: 'https://plenum.example.org/' }).publicUrl).toBe('https://plenum.example.org');
  });

  it.each([
    [{}, 'http://localhost:4000'],
    [{ HOST: '127.0.0.1' }, 'http://localhost:4000'],
    [{ HOST: '192.168.1.7' }, 'http://192.168.1.7:4000'],
    [{ HOST: 'fd00::7' }, 'http://[fd00::7]:4000'],
    [{ HOST: '192.168.1.7', PUBLIC_URL: 'https://plenum.example.org' }, 'https://plenum.example.org'],
  ])('with %o says that it is reached at %s', (environment, origin) => {
    expect(originOf(readEnvironment(environment), 4000)).toBe(origin);
  });

  it('takes footer links to other sites, own pages and mail', () => {
    const links = { IMPRINT_URL: 'https://example.org/imprint', PRIVACY_URL: 'mailto:office@example.org' };
    expect(readEnvironment(links)).toMatchObject({
      imprintUrl: links.IMPRINT_URL,
      privacyUrl: links.PRIVACY_URL,
    });
    expect(readEnvironment({ IMPRINT_URL: '/imprint' }).imprintUrl).toBe('/imprint');
  });

  it('takes servers of one’s own network to fetch pictures from, in any spelling', () => {
    expect(readEnvironment({}).fetchAllow.size).toBe(0);
    const FETCH_ALLOW = 'Wiki.Intranet:80, 10.0.0.7:8080,[FD00::7]:0443,';
    expect([...readEnvironment({ FETCH_ALLOW }).fetchAllow]).toEqual([
      'wiki.intranet:80',
      '10.0.0.7:8080',
      '[fd00::7]:443',
    ]);
  });

  it('knows nobody but passwords until it is told', () => {
    expect(readEnvironment({})).toMatchObject({
      openId: null,
      gitHub: null,
      mail: null,
      passwords: true,
      signUp: 'invited',
    });
  });

  it('takes a provider, named after its host unless it is named, and a GitHub of one’s own', () => {
    const oidc = { OIDC_ISSUER: 'https://id.example.org/realm', OIDC_CLIENT_ID: 'plenum', OIDC_CLIENT_SECRET: 's' };
    expect(readEnvironment(oidc).openId).toMatchObject({ issuer: oidc.OIDC_ISSUER, name: 'id.example.org' });
    expect(readEnvironment({ ...oidc, OIDC_NAME: 'the office' }).openId?.name).toBe('the office');
    const git = { GITHUB_CLIENT_ID: 'plenum', GITHUB_CLIENT_SECRET: 's' };
    expect(readEnvironment(git).gitHub).toMatchObject({ url: 'https://github.com', apiUrl: 'https://api.github.com' });
    expect(readEnvironment({ ...git, GITHUB_URL: 'https://git.example.org/' }).gitHub).toMatchObject({
      url: 'https://git.example.org',
      apiUrl: 'https://git.example.org/api/v3',
    });
  });

  it('does without passwords where there is another way in', () => {
    const mail = { SMTP_URL: 'smtp://localhost:2525', MAIL_FROM: '"Plenum" <plenum@example.org>' };
    expect(readEnvironment({ ...mail, PASSWORDS: 'off' })).toMatchObject({
      passwords: false,
      mail: { url: mail.SMTP_URL, from: mail.MAIL_FROM },
    });
  });

  it.each([
    [{ PORT: 'eighty' }, /^PORT must be a number/],
    [{ PORT: '70000' }, /^PORT must be a number/],
    [{ PUBLIC_URL: 'plenum.example.org' }, /^PUBLIC_URL must be an address/],
    [{ PUBLIC_URL: 'https://example.org/plenum' }, /^PUBLIC_URL must be an address .* with nothing after/],
    [{ IMPRINT_URL: 'javascript:alert(1)' }, /^IMPRINT_URL must be an address/],
    [{ PRIVACY_URL: 'privacy' }, /^PRIVACY_URL must be an address/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin with/],
    [{ TRUST_PROXY: 'perhaps' }, /^TRUST_PROXY must be/],
    [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET must have/],
    [{ FETCH_ALLOW: 'wiki.intranet' }, /^FETCH_ALLOW must be a list/],
    [{ FETCH_ALLOW: 'https://wiki.intranet:443' }, /^FETCH_ALLOW must be a list/],
    [{ FETCH_ALLOW: 'wiki.intranet:80,10.0.0.7:0' }, /^FETCH_ALLOW must be a list/],
    [{ REDIS_URL: 'redis://localhost' }, /^REDIS_URL is set but DATABASE_URL is not/],
    [{ OIDC_ISSUER: 'id.example.org' }, /^OIDC_ISSUER must be an address/],
    [{ OIDC_ISSUER: 'https://id.example.org' }, /^OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not set/],
    [{ GITHUB_CLIENT_ID: 'plenum' }, /^GITHUB_CLIENT_SECRET is not set/],
    [{ SMTP_URL: 'smtp://localhost' }, /^MAIL_FROM is not set/],
    [{ SMTP_URL: 'http://localhost' }, /^SMTP_URL must be an address/],
    [{ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'nobody' }, /^MAIL_FROM must be an address/],
    [{ PASSWORDS: 'perhaps' }, /^PASSWORDS must be on or off/],
    [{ PASSWORDS: 'off' }, /^PASSWORDS is off, but there is no other way to sign in/],
    [{ SIGN_UP: 'nobody' }, /^SIGN_UP must be invited or anyone/],
  ])('refuses %o in a sentence', (environment, sentence) => {
    expect(() => readEnvironment(environment)).toThrow(sentence);
  });
});
