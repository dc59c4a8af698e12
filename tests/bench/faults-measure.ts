import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { SeededFault } from '../../scripts/result/fault-trial.ts';
import type { Fault } from '../../scripts/faults/fault.ts';
import type { Subject } from './faults-sample.ts';
import { startFaulty } from './faults-server.ts';
import type { Reported, Tester } from './faults-testers.ts';

export const TESTERS = ['Kiln', 'Schemathesis, default', 'Schemathesis, best'] as const;
export type TesterName = (typeof TESTERS)[number];

/** One run of a tester on one server. */
interface Run extends Reported {
  readonly requests: number;
  readonly seconds: number;
}

/** What one tester said of one fault. */
export interface Row {
  readonly tester: TesterName;
  readonly api: string;
  readonly fault: SeededFault;
  /** Seeds with which it reports something that it does not of the server as it should be. */
  readonly seen: number;
  readonly seeds: number;
  /** What it then reports first; none where it sees nothing. */
  readonly finding: string | undefined;
  /** Of all seeds, without the runs on the server as it should be. */
  readonly requests: number;
  readonly seconds: number;
  /** Runs that were stopped for their time. */
  readonly cut: number;
}

/** Processes of Schemathesis at once. */
const ABREAST = 2;

/** Has every tester test every fault with every seed, and each operation once without a fault. */
export async function measureFaults(
  subjects: readonly Subject[],
  testers: Readonly<Record<TesterName, Tester>>,
  seeds: readonly number[],
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const tester of TESTERS) {
    const baselines = new Map<string, Promise<Run>>();
    const baselineOf = ({ api, fault }: Subject, seed: number) => {
      const limits = needsLimits(fault);
      const key = [api.name, fault.operation.id, limits, isDeep(fault), seed].join(' ');
      const run = baselines.get(key) ?? test(testers[tester], api, fault, false, seed);
      baselines.set(key, run);
      return run;
    };
    const measureOne = async (subject: Subject): Promise<Row> => {
      const { api, fault, seeded } = subject;
      const runs: Run[] = [];
      const found: (string | undefined)[] = [];
      for (const seed of seeds) {
        const known = (await baselineOf(subject, seed)).findings;
        const run = await test(testers[tester], api, fault, true, seed);
        runs.push(run);
        found.push([...run.findings].find((it) => !known.has(it)));
      }
      const sum = (figure: (it: Run) => number) => runs.reduce((all, it) => all + figure(it), 0);
      const seen = found.filter((it) => it !== undefined);
      say(`${tester}: ${seeded.name}, ${seen.length} of ${seeds.length}: ${seen[0] ?? 'nothing'}`);
      return {
        tester,
        api: api.name,
        fault: seeded,
        seen: seen.length,
        seeds: seeds.length,
        finding: seen[0],
        requests: sum((it) => it.requests),
        seconds: sum((it) => it.seconds),
        cut: sum((it) => Number(it.isCut)),
      };
    };
    rows.push(...(await abreast(subjects, tester === 'Kiln' ? 1 : ABREAST, measureOne)));
  }
  return rows;
}

/** Quotas are enforced where a fault is about them, for a refused tester learns nothing of all others. */
function needsLimits({ operator }: Fault): boolean {
  return operator.class === 'rate';
}

/** By what the difficulties mean: 2 is a second credential, a sequence or volume, 3 a rare combination. */
function isDeep({ operator }: Fault): boolean {
  return operator.difficulty >= 2;
}

async function test(
  tester: Tester,
  api: ApiModel,
  fault: Fault,
  isFaulty: boolean,
  seed: number,
): Promise<Run> {
  const limits = needsLimits(fault);
  const server = await startFaulty(api, { fault: isFaulty ? fault : undefined, limits });
  const began = performance.now();
  try {
    const aim = { operation: fault.operation, isDeep: isDeep(fault) };
    const reported = await tester(server, aim, seed);
    const seconds = (performance.now() - began) / 1000;
    return { ...reported, requests: server.answered(), seconds };
  } finally {
    await server.close();
  }
}

/** Does something with each item, so many at once; the results are in the order of the items. */
async function abreast<Item, Result>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  let next = 0;
  const drive = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results.set(at, await work(item));
    }
  };
  await Promise.all(Array.from({ length: count }, drive));
  return [...results].toSorted(([left], [right]) => left - right).map(([, it]) => it);
}
