/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // forbidden() answers 403 with app/forbidden.tsx.
  experimental: { authInterrupts: true },
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks types; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'better-auth',
    'nodemailer',
    'rate-limiter-flexible',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    '@zxcvbn-ts/language-en',
    'jsdom',
    'ioredis',
    'esbuild',
    '@prisma/adapter-pg',
    '@prisma/client',
    // Loaded once for pages and rooms: a second copy of Yjs does not know the first one's documents.
    'yjs',
    'lib0',
    'y-protocols',
    'y-websocket',
    'y-indexeddb',
    'y-codemirror.next',
  ],
};
