import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './contenders/place.ts';

/** What a compiler needs for a module that makes one call. */
export interface TypeCost {
  readonly instantiations: number;
  readonly types: number;
  /** Seconds of checking; the least of three. */
  readonly seconds: number;
}

/** Compiles with the project's TypeScript, strictly, declarations of libraries left unchecked. */
export async function typeCostOf(text: string, folder: string, place: string): Promise<TypeCost> {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'one.ts'), text.replaceAll('CLIENT', folder));
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: [],
    paths: { 'openapi-fetch': [join(ROOT, 'node_modules/openapi-fetch')] },
  };
  writeFileSync(
    join(place, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['one.ts'] }),
  );
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const runs: TypeCost[] = [];
  for (let count = 0; count < 3; count += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      tsc,
      '-p',
      place,
      '--extendedDiagnostics',
    ]).catch((error: { readonly stdout?: string }) => {
      throw new Error(`one call does not compile: ${error.stdout?.slice(0, 2000)}`);
    });
    const figure = (name: string) =>
      Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1]);
    runs.push({
      instantiations: figure('Instantiations'),
      types: figure('Types'),
      seconds: figure('Check time'),
    });
  }
  rmSync(place, { recursive: true });
  return runs.reduce((best, it) => (it.seconds < best.seconds ? it : best));
}
