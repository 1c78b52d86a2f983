import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const ROOT = path.resolve(import.meta.dirname, '../../prisma');
const NO_FILTER = { externalTables: [], externalEnums: [] };

let loaded = false;

/** Instantiates the engine's WebAssembly once; the package itself expects a bundler to do it. */
async function loadEngine(): Promise<void> {
  if (loaded) return;
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engineModule } });
  engineModule.__wbg_set_wasm(instance.exports);
  const begin = instance.exports['__wbindgen_start'];
  if (typeof begin === 'function') begin();
  loaded = true;
}

/**
 * A migration goes to Postgres as one script, which is also one transaction. The adapter's own way cuts it at every
 * semicolon, those inside function bodies too.
 */
class WholeScriptPg extends PrismaPg {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.#pool.query(script);
    };
    return adapter;
  }
}

async function withEngine<T>(url: string, work: (engine: engineModule.SchemaEngine) => Promise<T>): Promise<T> {
  await loadEngine();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg(pool));
  const schema: [string, string] = ['schema.prisma', readFileSync(path.join(ROOT, 'schema.prisma'), 'utf8')];
  const engine = await engineModule.SchemaEngine.new({ datamodels: [schema] }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

function migrations(): engineModule.MigrationList {
  const baseDir = path.join(ROOT, 'migrations');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8') },
    migrationDirectories: names.toSorted().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** Applies the migrations that the database lacks, in order; gives their names. Safe to run by several processes at once. */
export async function applyMigrations(url: string): Promise<readonly string[]> {
  return withEngine(
    url,
    async (engine) =>
      (await engine.applyMigrations({ migrationsList: migrations(), filters: NO_FILTER })).appliedMigrationNames,
  );
}

/** The SQL that makes an empty database what `schema.prisma` says. `url` may be any database: it is not read. */
export async function schemaScript(url: string): Promise<string> {
  const schema = {
    path: path.join(ROOT, 'schema.prisma'),
    content: readFileSync(path.join(ROOT, 'schema.prisma'), 'utf8'),
  };
  return withEngine(url, async (engine) => {
    const result = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return result.stdout ?? '';
  });
}
