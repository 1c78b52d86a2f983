import path from 'node:path';
import { build } from 'esbuild';

/** The looks of a slide as the stage has them, so that others lay out the same. */
export async function stageStyles(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: '@import "reveal.js/reveal.css"; @import "./stage.css";',
      resolveDir: path.join(process.cwd(), 'components', 'stage', 'frame'),
      loader: 'css',
    },
    bundle: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
