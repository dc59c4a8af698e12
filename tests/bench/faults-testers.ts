import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { planOf } from '../../scripts/contract/run/plan.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import type { Operation } from '../../scripts/model/api-model.ts';
import { toAuthentication } from '../../scripts/schemathesis/authentication.ts';
import { readReport } from '../../scripts/schemathesis/read-report.ts';
import { toLogin } from '../../scripts/schemathesis/login.ts';
import { UNPACED } from '../../scripts/schemathesis/pace.ts';
import { retarget } from '../../scripts/schemathesis/retarget.ts';
import { renderToml } from '../../scripts/schemathesis/toml.ts';
import type { FaultyServer } from './faults-server.ts';

/** What a tester reports of one operation of a server. */
export interface Reported {
  /** Names of its findings, the same for the same finding in another run. */
  readonly findings: ReadonlySet<string>;
  /** Whether it was stopped before it could report. */
  readonly isCut: boolean;
}

export type Tester = (server: FaultyServer, aim: Aim, seed: number) => Promise<Reported>;

/** What a run is about. */
export interface Aim {
  readonly operation: Operation;
  /** Whether it takes a sequence of requests, or a rare combination, to see the fault. */
  readonly isDeep: boolean;
}

/** Kiln over HTTP: every property of one operation, as `kiln test` runs them on a server whose clock it can move. */
export function createKiln(runs: number): Tester {
  return async ({ api, targets, now, passTime }, { operation }, seed) => {
    const { send, close } = createSender({ timeout: 10_000, largest: 1024 * 1024 });
    const profiles = fixtureProfiles(api, now());
    const options = { api, targets, profiles, seed, runs, writes: true, send, now, passTime };
    const findings = new Set<string>();
    try {
      for (const check of planOf(api).filter((it) => it.operation.id === operation.id)) {
        const { violations } = await runCheck(options, check.operation, check.property);
        for (const { id, property } of violations) findings.add(`${property} ${id}`);
      }
    } finally {
      close();
    }
    return { findings, isCut: false };
  };
}

interface SchemathesisOptions {
  readonly program: string;
  /** Folder for the files of its runs. */
  readonly folder: string;
  /** Seconds after which a run is cut. */
  readonly budget: number;
  /** Whether it is set up as well as we can, or as it comes. */
  readonly isBest: boolean;
}

const HOOKS = fileURLToPath(new URL('../../scripts/schemathesis/hooks.py', import.meta.url));

/** What the best configuration adds to the one Schemathesis comes with. */
const BEST_ARGUMENTS = [
  ['--checks', 'all'],
  ['--mode', 'all'],
  ['--phases', 'examples,coverage,fuzzing,stateful'],
  ['--continue-on-failure'],
].flat();

/** The real Schemathesis, a process for each run, with the credentials and the login that Kiln has. */
export function createSchemathesis(options: SchemathesisOptions): Tester {
  const { program, folder, budget, isBest } = options;
  let started = 0;
  return async ({ api, targets }, { operation, isDeep }, seed) => {
    started += 1;
    const at = (name: string) => join(folder, `${isBest ? 'best' : 'default'}-${started}-${name}`);
    const files = {
      configuration: at('schemathesis.toml'),
      events: at('events.ndjson'),
      description: at('openapi.json'),
      hooks: at('hooks.json'),
    };
    const { good } = fixtureProfiles(api, nodeIo.now());
    const session = toLogin(api, { addresses: targets, given: good, byExample: true });
    const secrets = [...good].filter(([scheme]) => scheme !== session?.scheme);
    const { schemes, environment } = toAuthentication(api, new Map(secrets));
    const configuration = renderToml({
      'base-url': [...targets.values()][0] ?? '',
      seed,
      workers: 1,
      color: false,
      hooks: HOOKS,
      cache: { enabled: false },
      generation: { database: 'none' },
      reports: { ndjson: { enabled: true, path: files.events } },
      ...(Object.keys(schemes).length > 0 && { auth: { openapi: schemes } }),
    });
    await nodeIo.writeText(files.configuration, configuration);
    await nodeIo.writeText(files.description, JSON.stringify(retarget(api, targets)));
    const told = { pace: UNPACED, login: session?.login, budget };
    await nodeIo.writeText(files.hooks, JSON.stringify(told));
    const included = isBest && isDeep ? alike(api.operations, operation) : [operation];
    const argv = [
      ['--config-file', files.configuration, 'run', files.description],
      ...included.map(({ id }) => ['--include-operation-id', id]),
      isBest ? BEST_ARGUMENTS : [],
    ].flat();
    const { stdout, stderr } = await nodeIo.execute(program, argv, {
      variables: {
        ...environment,
        KILN_SCHEMATHESIS_HOOKS: files.hooks,
        ...(session && { KILN_SCHEMATHESIS_LOGIN: session.body }),
        HYPOTHESIS_STORAGE_DIRECTORY: join(folder, 'hypothesis'),
        PYTHONUTF8: '1',
        PYTHONDONTWRITEBYTECODE: '1',
      },
      timeout: budget * 1000,
    });
    if (!(await nodeIo.exists(files.events))) throw new Error(`${stdout}\n${stderr}`);
    const report = readReport((await nodeIo.readText(files.events)).split('\n'));
    for (const file of Object.values(files)) await nodeIo.remove(file);
    if (!report) return { findings: new Set(), isCut: true };
    const label = `${operation.method.toUpperCase()} ${operation.path}`;
    const own = report.failures.filter((it) => it.operation === label && it.exchange);
    const findings = own.map(({ check, code, title, exchange }) =>
      [check, code, title, exchange?.response?.status].join(' '),
    );
    return { findings: new Set(findings), isCut: false };
  };
}

/** An operation and those on the same kind of thing, between which its stateful phase may find links. */
function alike(operations: readonly Operation[], operation: Operation): readonly Operation[] {
  const kind = operation.resource?.name;
  const others = operations.filter((it) => kind !== undefined && it.resource?.name === kind);
  return [operation, ...others.filter(({ id }) => id !== operation.id)];
}
