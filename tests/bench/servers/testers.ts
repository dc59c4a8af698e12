import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { violationsOf, type ContractRun } from '../../../scripts/result/contract-run.ts';
import { toAuthentication } from '../../../scripts/schemathesis/authentication.ts';
import { readReport, type SchemathesisFailure } from '../../../scripts/schemathesis/read-report.ts';
import { renderToml } from '../../../scripts/schemathesis/toml.ts';
import { ROOT } from '../peers.ts';
import { showExchange, type Finding, type TesterName, type Told } from './outcome.ts';

/** What a tester is given. */
export interface Assignment {
  readonly id: string;
  /** A folder of its own, with the description in it as `ID.json`. */
  readonly folder: string;
  /** Address that the paths of the description stand behind. */
  readonly base: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly seed: number;
  /** Seconds. */
  readonly budget: number;
  /** The `schemathesis` program. */
  readonly program: string;
}

const KILN = resolve(ROOT, 'scripts/cli/kiln.mjs');
/** Seconds beyond its budget after which a tester is ended. */
const GRACE = 90;

export function askTester(tester: TesterName, assignment: Assignment): Promise<Told> {
  if (tester === 'Kiln') return askKiln(assignment);
  return askSchemathesis(assignment, tester === 'Schemathesis, best');
}

/** As somebody would who has a description, an address and a key. */
async function askKiln(assignment: Assignment): Promise<Told> {
  const { id, folder, base, credentials, seed, budget } = assignment;
  const argv = [KILN, 'test', `${id}.json`, '--target', base, '--seed', String(seed)];
  // What a start of a server holds is thrown away after it.
  argv.push('--budget', `${budget}s`, '--report', 'json', '--throw-away');
  if (Object.keys(credentials).length > 0) {
    await writeFile(join(folder, 'credentials.yaml'), JSON.stringify(credentials));
    argv.push('--credentials', 'credentials.yaml');
  }
  const { exitCode, said } = await run(process.execPath, argv, assignment);
  const findings = await readFile(join(folder, '.kiln/reports', id, 'run.json'), 'utf8').then(
    (text) => ownFindings(JSON.parse(text) as ContractRun),
    (error: unknown) => {
      // Who has found something, or nothing, has written it down.
      if (exitCode === 0 || exitCode === 1) throw error;
      return [];
    },
  );
  return { ...(exitCode !== undefined && { exitCode }), findings, said };
}

function ownFindings({ operations, results }: ContractRun): Finding[] {
  const labels = new Map(operations.map(({ id, method, path }) => [id, labelOf(method, path)]));
  return violationsOf(results).map((violation) => {
    const { operation, property, message, proof, exchange, ground } = violation;
    const status = exchange.response?.status;
    return {
      operation: labels.get(operation) ?? operation,
      ...(status !== undefined && { status }),
      check: property,
      ground,
      message: `${message} [${proof.states}; ${proof.seen}]`.slice(0, 600),
      shown: showExchange(exchange),
    };
  });
}

function labelOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path}`;
}

/** What the best configuration adds to the one Schemathesis comes with. */
const BEST = ['--checks', 'all', '--mode', 'all', '--continue-on-failure'];
BEST.push('--phases', 'examples,coverage,fuzzing,stateful');

async function askSchemathesis(assignment: Assignment, isBest: boolean): Promise<Told> {
  const { id, folder, base, credentials, seed, budget, program } = assignment;
  const [api] = await loadFrom(join(folder, `${id}.json`));
  const { schemes, environment } = api
    ? toAuthentication(api, new Map(Object.entries(encoded(api, credentials))))
    : { schemes: {}, environment: {} };
  const events = join(folder, 'events.ndjson');
  const configuration = renderToml({
    'base-url': base,
    seed,
    workers: 1,
    color: false,
    'max-time': budget,
    cache: { enabled: false },
    generation: { database: 'none' },
    reports: { ndjson: { enabled: true, path: events } },
    ...(Object.keys(schemes).length > 0 && { auth: { openapi: schemes } }),
  });
  await writeFile(join(folder, 'schemathesis.toml'), configuration);
  const argv = ['--config-file', 'schemathesis.toml', 'run', `${id}.json`];
  const { exitCode, said } = await run(
    program,
    [...argv, ...(isBest ? BEST : [])],
    assignment,
    environment,
  );
  const lines = (await readFile(events, 'utf8').catch(() => '')).split('\n');
  const report = readReport(lines) ?? readReport([...lines.slice(0, -1), ENDED]);
  const findings = (report?.failures ?? []).filter((it) => it.exchange).map(toFinding);
  return { ...(exitCode !== undefined && { exitCode }), findings: distinct(findings), said };
}

/** What a run that was ended did not write. */
const ENDED = '{"EngineFinished":{"stop_reason":"ended","running_time":0}}';

function loadFrom(file: string): Promise<ApiModel[]> {
  return loadApis({ ...nodeIo, err: () => undefined }, [file], { mayShareNames: true });
}

/** A user and a password are given to Schemathesis apart, and read from how they go over the wire. */
function encoded(api: ApiModel, credentials: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(credentials).map(([name, secret]) => {
      const scheme = api.securitySchemes.get(name);
      const isBasic = scheme?.type === 'http' && scheme.scheme.toLowerCase() === 'basic';
      return [name, isBasic ? Buffer.from(secret).toString('base64') : secret];
    }),
  );
}

function toFinding(failure: SchemathesisFailure): Finding {
  const { check, title, operation, message, exchange } = failure;
  const status = exchange?.response?.status;
  return {
    operation,
    ...(status !== undefined && { status }),
    check,
    ground: 'contract',
    message: `${title}: ${message}`.slice(0, 600),
    shown: exchange ? showExchange(exchange) : '',
  };
}

/** The same check often fails on the same operation in the same way. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const { operation, check, status, message } = finding;
    const key = [operation, check, status, message.slice(0, 60)].join('\n');
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

async function run(
  program: string,
  argv: readonly string[],
  { folder, budget }: Assignment,
  variables: Readonly<Record<string, string>> = {},
): Promise<{ readonly exitCode: number | undefined; readonly said: string }> {
  const child = spawn(program, argv, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: {
      ...process.env,
      ...variables,
      NO_COLOR: '1',
      PYTHONUTF8: '1',
      HYPOTHESIS_STORAGE_DIRECTORY: join(folder, 'hypothesis'),
    },
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      said[name] = `${said[name]}${chunk.toString()}`.slice(-8_000);
    });
  }
  let isEnded = false;
  const timer = setTimeout(
    () => {
      isEnded = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
    (budget + GRACE) * 1000,
  );
  const exitCode = await new Promise<number | null>((settle) => void child.on('close', settle));
  clearTimeout(timer);
  const words = said.stderr.trim() === '' ? said.stdout : said.stderr;
  return { exitCode: isEnded ? undefined : (exitCode ?? 137), said: words.slice(-2_000) };
}
