import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OutputFile } from '../../scripts/base/output-file.ts';

const SCRIPTS = resolve(import.meta.dirname, '../../scripts');

/** The modules that a package is made of, as the command reads them. */
export function packageSources(): Record<'runtime' | 'floors', readonly OutputFile[]> {
  return {
    runtime: readModules('generate/runtime'),
    floors: ['base', 'wire'].flatMap((floor) =>
      readModules(floor).map(({ path, text }) => ({ path: `${floor}/${path}`, text })),
    ),
  };
}

function readModules(folder: string): OutputFile[] {
  return readdirSync(`${SCRIPTS}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(`${SCRIPTS}/${folder}/${path}`, 'utf8') }));
}
