import { spawn } from 'node:child_process';
import { explain } from './explain.ts';
import { readEnvironment } from './environment.ts';
import { isBuilt, ROOT } from './build/sources.ts';

// `npm start`: builds when something changed since the last build, then runs main. `--dev` reloads instead.
process.chdir(ROOT);
process.env['NEXT_TELEMETRY_DISABLED'] = '1';

function develop(): void {
  const watch = ['server', 'lib', 'components/stage'].map((folder) => `--watch-path=${folder}`);
  const child = spawn(process.execPath, [...watch, '--watch-preserve-output', 'server/main.ts'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
}

async function start(): Promise<void> {
  // Looked at before the build, so that a bad value is said at once and not after a minute.
  readEnvironment(process.env);
  if (!isBuilt()) {
    process.stdout.write('Building Plenum, because this version has not been built here yet…\n');
    const { build } = await import('./build/build.ts');
    await build();
  }
  Object.assign(process.env, { NODE_ENV: 'production' });
  await import('./main.ts');
}

try {
  if (process.argv.includes('--dev')) develop();
  else await start();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
