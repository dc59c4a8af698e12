import { fileURLToPath } from 'node:url';
import type { TestCase } from 'vitest/node';
import { fixtureProfiles, type Profiles } from '../contract/wire/profiles.ts';
import type { Targets } from '../contract/contract.ts';
import { createSender } from '../contract/wire/send.ts';
import { PROPERTIES } from '../contract/properties.ts';
import type { ApiModel } from '../core/api-model.ts';
import type { CheckResult, ContractRun } from '../core/contract-run.ts';
import { UserError } from '../core/user-error.ts';
import type { SuiteInput } from './contract-suite.ts';
import type { Io } from './io.ts';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

export interface ContractOptions {
  readonly targets: Targets;
  readonly profiles: Profiles;
  readonly seed: number;
  readonly runs: number;
  readonly writes: boolean;
  readonly maxRequests: number | undefined;
  /** Regular expression over `operation property`: what is tried. */
  readonly grep: string;
  /** Called after each check with how many are done, of how many. */
  readonly onResult: (result: CheckResult, done: number, all: number) => void;
}

/** Runs every property on every operation against a target, by Vitest, and gathers the results. */
export async function runContract(
  io: Io,
  api: ApiModel,
  { targets, profiles, seed, runs, writes, maxRequests, grep, onResult }: ContractOptions,
): Promise<ContractRun> {
  const [target = ''] = targets.values();
  await Promise.all([...targets.values()].map(probe));
  const began = io.now();
  const results: CheckResult[] = [];
  const wanted = new RegExp(grep);
  const all = api.operations.flatMap(({ id }) =>
    PROPERTIES.filter((property) => wanted.test(`${id} ${property.id}`)),
  ).length;
  const failures: string[] = [];
  const input: SuiteInput = {
    root: api.source,
    targets: [...targets],
    profiles: {
      good: [...profiles.good],
      expired: [...profiles.expired],
      readOnly: [...profiles.readOnly],
      metered: [...profiles.metered],
    },
    seed,
    runs,
    writes,
    maxRequests,
    grep,
  };
  // Loaded when it is needed: every other command would wait for it.
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest(
    'test',
    [],
    {
      root: PACKAGE,
      config: false,
      include: ['scripts/cli/contract-suite.ts'],
      // A task runner of our own stands behind each test: Vitest only schedules them.
      pool: 'threads',
      isolate: false,
      watch: false,
      maxConcurrency: 4,
      provide: { kiln: input },
      reporters: [
        {
          onTestCaseResult(testCase: TestCase) {
            const result = testCase.meta().kiln;
            if (result) onResult(result, results.push(result), all);
            else failures.push(...messagesOf(testCase.result().errors));
          },
          onTestModuleEnd(module) {
            failures.push(...messagesOf(module.errors()));
          },
          onTestRunEnd(_modules, unhandled) {
            failures.push(...messagesOf(unhandled));
          },
        },
      ],
    },
    {},
  );
  await vitest.close();
  process.exitCode = 0;
  const [failure] = failures;
  if (failure !== undefined) throw new Error(failure);
  return {
    api: api.name,
    title: api.title,
    target,
    seed,
    runs,
    milliseconds: io.now() - began,
    operations: api.operations.map(({ id, method, path, pointer }) => ({
      id,
      method,
      path,
      location: api.locate(pointer),
    })),
    properties: PROPERTIES.map(({ id, title }) => ({ id, title })),
    results: inOrder(api, results),
  };
}

/** The credentials to test with: those given, else the fixtures', which only a local mock may be sent. */
export function profilesFor(
  io: Io,
  api: ApiModel,
  targets: readonly string[],
  given: Profiles,
): Profiles {
  if (given.good.size > 0 || api.securitySchemes.size === 0) return given;
  const distant = targets.find((it) => !isLocal(it));
  if (distant === undefined) return fixtureProfiles(api, io.now());
  throw new UserError(
    'no-credentials',
    `${new URL(distant).hostname} is not this machine, and no credentials are given`,
    {
      hint: 'Pass --credentials FILE: a YAML file with a secret for each security scheme.',
    },
  );
}

/** Whether an address is on this machine: a mock, or a server that somebody develops. */
export function isLocal(address: string): boolean {
  const { hostname } = new URL(address);
  return ['localhost', '[::1]'].includes(hostname) || hostname.startsWith('127.');
}

/** Fails early and clearly when nothing answers at the target. */
async function probe(target: string): Promise<void> {
  const sender = createSender({ timeout: 5000, largest: 1024 * 1024 });
  const exchange = await sender.send({
    method: 'GET',
    url: `${target}/`,
    headers: [],
    body: undefined,
  });
  sender.close();
  if (exchange.response) return;
  throw new UserError('target-unreachable', `Nothing answers at ${target}: ${exchange.failure}`, {
    hint: 'Start the server, or a mock with "kiln mock", and pass the address it prints.',
  });
}

/** Results in the order of the description, so that two runs can be compared line by line. */
function inOrder(api: ApiModel, results: readonly CheckResult[]): CheckResult[] {
  return api.operations.flatMap(({ id }) =>
    PROPERTIES.flatMap((property) =>
      results.filter((it) => it.operation === id && it.property === property.id),
    ),
  );
}

function messagesOf(errors: readonly unknown[] | undefined): string[] {
  return (errors ?? []).map((error) => {
    const { stack, message } = error as { stack?: string; message?: string };
    return stack ?? message ?? JSON.stringify(error);
  });
}
