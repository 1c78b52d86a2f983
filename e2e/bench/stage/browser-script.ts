import path from 'node:path';
import { build } from 'esbuild';

/** One of the scripts here, or in another folder, that run in the browser, with everything it imports. */
export async function browserScript(name: string, folder = import.meta.dirname): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, name)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}
