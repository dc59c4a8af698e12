import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, resolve } from 'node:path';
import { bundleWriter, WRITER } from './bundle-writer.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPTS = join(ROOT, 'scripts');
const DIST = join(ROOT, 'dist');

/** Folders whose sources clients are made of: `base/beside.ts` looks for them under `source/`. */
const SOURCES = ['generate/runtime', 'base', 'wire'];

/** `npm run build`: makes `dist/`, which is what the package holds: modules, declarations, source maps, and what they read. */
rmSync(DIST, { recursive: true, force: true });
compile();
for (const file of globSync('**/*.{json,md,py,txt,yaml}', { cwd: SCRIPTS })) {
  copy(join(SCRIPTS, file), join(DIST, file));
}
for (const folder of SOURCES) {
  for (const file of globSync(`${folder}/**/*.ts`, { cwd: SCRIPTS })) {
    copy(join(SCRIPTS, file), join(DIST, 'source', file));
  }
}
// The package of clients is made of code under it.
copy(join(ROOT, 'LICENSE'), join(DIST, 'LICENSE'));
for (const { path, text } of await bundleWriter(ROOT)) write(path, text);
for (const file of globSync('**/*.js', { cwd: DIST })) pointToWriter(file);

function compile(): void {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
}

/** What the compiler left as the name of a package becomes the path of what is bundled of it. */
function pointToWriter(file: string): void {
  const text = readFileSync(join(DIST, file), 'utf8');
  const way = posix.relative(posix.dirname(file.replaceAll('\\', '/')), WRITER.module);
  const pointed = text.replaceAll(/(?<= from )'openapi-typescript(\/package\.json)?'/g, (_, data) =>
    data === undefined ? `'${way}'` : `'${way.replace(/[^/]+$/, WRITER.version)}'`,
  );
  if (pointed !== text && file !== WRITER.module) write(file, pointed);
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(DIST, path)), { recursive: true });
  writeFileSync(join(DIST, path), text);
}
