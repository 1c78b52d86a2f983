import { defineConfig } from 'prisma/config';

// `prisma generate` insists on a schema engine that it cannot download on a closed network and does not use here:
// any executable serves. Migrations are applied at start through the WebAssembly engine instead.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
});
