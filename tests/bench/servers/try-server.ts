import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { countOperations } from './count-operations.ts';
import { fetchDescription } from './fetch-description.ts';
import { keepRun, recallRun } from './kept-runs.ts';
import type { ListedServer } from './listed-server.ts';
import { TESTERS, type Outcome, type TesterName } from './outcome.ts';
import { provideServer } from './provide-server.ts';
import { runServer } from './run-server.ts';
import { askTester } from './testers.ts';
import { openTap } from './traffic-tap.ts';

/** What came of a server. */
export interface TriedServer {
  readonly server: ListedServer;
  /** Whether it is here: installed now or before. */
  readonly isHere: boolean;
  readonly outcomes: ReadonlyMap<TesterName, Outcome>;
}

interface TrialOptions {
  readonly testers: readonly TesterName[];
  readonly keyOf: (server: ListedServer, tester: TesterName) => string;
  /** Whether what is known of other code counts as well, and nothing runs. */
  readonly isRecalled: boolean;
  readonly seed: number;
  /** Seconds for each tester. */
  readonly budget: number;
  readonly port: number;
  /** Where the `schemathesis` program is; asked for only when it is needed. */
  readonly program: () => Promise<string>;
  readonly say: (line: string) => void;
}

/** Lets the testers try a server in turns, each on a new start with nothing stored. */
export async function tryServer(server: ListedServer, options: TrialOptions): Promise<TriedServer> {
  const { keyOf, isRecalled, seed, budget, say } = options;
  const settings = `seed ${seed}, ${budget} s`;
  const outcomes = new Map<TesterName, Outcome>();
  for (const tester of TESTERS.filter((it) => options.testers.includes(it))) {
    const key = keyOf(server, tester);
    const known = await recallRun(server, tester, { settings, key: isRecalled ? undefined : key });
    if (known) outcomes.set(tester, known);
    if (known || isRecalled) continue;
    const installed = await provideServer(server, say);
    if (installed === undefined) return { server, isHere: false, outcomes };
    const outcome = await runOnce(server, tester, installed, options).catch((error: unknown) => {
      say(`${server.id}, ${tester}: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (!outcome) return { server, isHere: false, outcomes };
    await keepRun(server, tester, { settings, key, outcome });
    outcomes.set(tester, outcome);
    say(`${server.id}, ${tester}: ${wordsOf(outcome)}`);
  }
  return { server, isHere: outcomes.size > 0, outcomes };
}

async function runOnce(
  server: ListedServer,
  tester: TesterName,
  installed: string,
  { seed, budget, port, program }: TrialOptions,
): Promise<Outcome> {
  const { id, base, credentials = {} } = server;
  const folder = await mkdtemp(join(tmpdir(), `kiln-test-${id}-`));
  const running = await runServer(server, installed, port);
  const tap = await openTap(port);
  try {
    const file = join(folder, `${id}.json`);
    await writeFile(file, await fetchDescription(server, running.origin));
    const quiet = { ...nodeIo, err: () => undefined };
    const [api] = await loadApis(quiet, [file], { mayShareNames: true });
    if (!api) throw new Error(`${id}: the description cannot be loaded`);
    const began = performance.now();
    const told = await askTester(tester, {
      id,
      folder,
      base: `http://127.0.0.1:${tap.port}${base}`,
      credentials,
      seed,
      budget,
      program: tester === 'Kiln' ? '' : await program(),
    });
    const seconds = (performance.now() - began) / 1000;
    const counted = countOperations(api, base, tap.requests);
    return { ...told, ...counted, seconds, survived: running.isAlive() };
  } finally {
    await tap.close();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function wordsOf(outcome: Outcome): string {
  const { exitCode, seconds, requests, operations, reached, findings, crashes } = outcome;
  const end = exitCode === undefined ? 'too slow' : `exit ${exitCode}`;
  const how = `${seconds.toFixed(0)} s, ${requests} requests, ${reached} of ${operations} operations`;
  return `${end}, ${how}, ${findings.length} findings, ${crashes.length} crashes`;
}
