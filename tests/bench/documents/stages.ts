import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ROOT, peerPath } from '../peers.ts';
import { measureProcess, type Measured } from './measure-process.ts';
import type { CalledOperation } from './stages/call-operations.ts';

/** What a document is put through; the others' come last. */
export const STAGES = [
  'load',
  'lint',
  'bundle',
  'generate',
  'types',
  'mock',
  'test',
  'docs',
  'Prism',
  'openapi-typescript',
  'swagger-parser',
] as const;
export type StageName = (typeof STAGES)[number];

/** The stages that continuous integration has the time for. */
export const SAMPLED: readonly StageName[] = ['load', 'lint', 'generate', 'mock', 'test'];

/** The stages in which nothing of ours is tried. */
export const FOREIGN: readonly StageName[] = ['Prism', 'openapi-typescript', 'swagger-parser'];

/** What came of a stage, as it is kept. */
export interface StageOutcome {
  /** Undefined where it took too long. */
  readonly exitCode?: number;
  readonly seconds: number;
  readonly processor: number;
  readonly memory: number;
  /** The last words on stderr. */
  readonly said: string;
  /** Version and size, of `load`. */
  readonly loaded?: LoadedDocument;
  /** Findings by rule, of `lint`. */
  readonly findings?: Readonly<Record<string, number>>;
  readonly called?: CalledOperations;
  readonly tested?: TestedDocument;
}

interface LoadedDocument {
  readonly name: string;
  readonly version: string;
  readonly operations: number;
  readonly webhooks: number;
}

/** What a server made of valid requests. */
interface CalledOperations {
  readonly ready?: number;
  readonly memory?: number;
  readonly operations: number;
  readonly answered: number;
  readonly slowest: number;
  /** Operations that were not answered rightly, and the first request that shows it. */
  readonly faults: readonly CalledOperation[];
}

interface TestedDocument {
  readonly checks: number;
  readonly held: number;
  readonly requests: number;
  /** Violations, as `operation property: message`. */
  readonly violations: readonly string[];
}

export interface StageContext {
  /** The document's own folder, and its root file below it. */
  readonly folder: string;
  readonly path: string;
  /** Milliseconds for a stage. */
  readonly patience: number;
  /** What loading told of it; undefined where it was not loaded. */
  readonly loaded: StageOutcome['loaded'] | undefined;
}

const KILN = resolve(ROOT, 'scripts/cli/kiln.mjs');
const scriptOf = (name: string) => resolve(import.meta.dirname, 'stages', `${name}.ts`);
const TSC = resolve(ROOT, 'node_modules/typescript/bin/tsc');

/** Runs one stage on one document. */
export async function runStage(stage: StageName, context: StageContext): Promise<StageOutcome> {
  const { folder, path, loaded } = context;
  const name = loaded?.name ?? '';
  const run = (argv: readonly string[]) => measureProcess(argv, context);
  const kiln = async (...argv: readonly string[]) => toOutcome(await run([KILN, ...argv]));
  switch (stage) {
    case 'load': {
      const measured = await run([scriptOf('load-document'), path]);
      const told = measured.exitCode === 0 && (JSON.parse(measured.stdout) as LoadedDocument);
      return { ...toOutcome(measured), ...(told && { loaded: told }) };
    }
    case 'lint': {
      const measured = await run([
        KILN,
        'lint',
        path,
        '--profile',
        'recommended',
        '--format',
        'json',
      ]);
      return { ...toOutcome(measured), findings: countFindings(measured.stdout) };
    }
    case 'bundle':
    case 'generate':
    case 'docs':
      return kiln(stage, path);
    case 'types':
      return toOutcome(
        await run([TSC, '-p', await writeProject(folder, `.kiln/generated/${name}`)]),
      );
    case 'mock':
      return callWith(context, []);
    case 'test': {
      const budget = `${Math.min(90, 10 + Math.ceil((loaded?.operations ?? 0) / 8))}s`;
      const flags = ['--runs', '5', '--seed', '1', '--budget', budget, '--report', 'json'];
      const measured = await run([scriptOf('test-mock'), path, ...flags]);
      return { ...toOutcome(measured), ...(await readTested(folder, name, measured.exitCode)) };
    }
    case 'Prism':
      return callWith(context, ['--prism', peerPath('@stoplight/prism-cli', 'dist/index.js')]);
    case 'openapi-typescript': {
      const made = await run([scriptOf('types-alone'), path, join(folder, 'alone/types.d.ts')]);
      if (made.exitCode !== 0) return toOutcome(made);
      return toOutcome(await run([TSC, '-p', await writeProject(folder, 'alone')]));
    }
    case 'swagger-parser':
      return toOutcome(await run([scriptOf('parse-alone'), path]));
  }
}

function toOutcome({
  exitCode,
  seconds,
  processor,
  memory,
  stderr,
  stdout,
}: Measured): StageOutcome {
  const words = stderr.trim() === '' ? stdout : stderr;
  return {
    ...(exitCode !== undefined && { exitCode }),
    seconds,
    processor,
    memory,
    said: exitCode === 0 ? '' : words.slice(0, 3000),
  };
}

function countFindings(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, rule = ''] of text.matchAll(/"rule": ?"([^"]+)"/g)) {
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}

/** As strict as can be, declarations included. */
async function writeProject(folder: string, below: string): Promise<string> {
  const file = join(folder, `${below.replaceAll('/', '-')}.tsconfig.json`);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    // TypeScript's own libraries are not what is checked.
    skipDefaultLibCheck: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: [],
  };
  await writeFile(file, JSON.stringify({ compilerOptions, include: [`${below}/**/*.ts`] }));
  return file;
}

async function callWith(context: StageContext, flags: readonly string[]): Promise<StageOutcome> {
  const out = join(context.folder, `called${flags.length}.ndjson`);
  const argv = [scriptOf('call-operations'), context.path, '--out', out, ...flags];
  const measured = await measureProcess(argv, context);
  const text = await readFile(out, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  const told = lines.map((line) => JSON.parse(line) as Partial<CalledOperation & CalledOperations>);
  const calls = told.filter((it): it is CalledOperation => 'operation' in it);
  const operations = new Set(calls.map((it) => it.operation));
  const faults = new Map<string, CalledOperation>();
  for (const call of calls) {
    if (call.fault !== undefined && !faults.has(call.operation)) faults.set(call.operation, call);
  }
  return {
    ...toOutcome(measured),
    called: {
      ...(Object.assign({}, ...told.filter((it) => !('operation' in it))) as object),
      operations: operations.size,
      answered: operations.size - faults.size,
      slowest: Math.max(0, ...calls.map((it) => it.milliseconds)),
      faults: [...faults.values()],
    },
  };
}

interface ReportedRun {
  readonly results: readonly {
    readonly outcome: string;
    readonly requests: number;
    readonly violations: readonly {
      readonly operation: string;
      readonly property: string;
      readonly message: string;
      readonly proof?: { readonly seen?: string };
    }[];
  }[];
}

async function readTested(
  folder: string,
  name: string,
  exitCode: number | undefined,
): Promise<{ tested?: TestedDocument }> {
  const text = await readFile(join(folder, '.kiln/reports', name, 'run.json'), 'utf8').catch(
    () => '',
  );
  if (text === '') {
    // Who has found something, or nothing, has written it down.
    if (exitCode === 0 || exitCode === 1) throw new Error(`${name} has no report of its run`);
    return {};
  }
  const { results } = JSON.parse(text) as ReportedRun;
  return {
    tested: {
      checks: results.length,
      held: results.filter(({ outcome }) => outcome === 'held').length,
      requests: results.reduce((sum, it) => sum + it.requests, 0),
      violations: results
        .flatMap((it) => it.violations)
        .map((it) => `${it.operation} ${it.property}: ${it.message} [${it.proof?.seen ?? ''}]`),
    },
  };
}
