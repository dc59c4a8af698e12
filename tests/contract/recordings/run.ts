import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPassiveRun } from '../../../scripts/contract/passive/passive.ts';
import { readRecorded } from '../../../scripts/contract/passive/recorded.ts';
import { entriesOf } from '../../../scripts/contract/passive/slices.ts';
import type { FaultClass } from '../../../scripts/faults/operator.ts';
import { faultsOf, nameOf, type Fault } from '../../../scripts/faults/fault.ts';
import { OPERATORS } from '../../../scripts/faults/operators.ts';
import type { Mock } from '../../../scripts/mock/mock.ts';
import { violationsOf } from '../../../scripts/result/contract-run.ts';
import { drive } from './drive.ts';
import { createMitmproxy, createChromium, type Recorder } from './recorders.ts';
import { loadSubject, serveSubject } from './subject.ts';
import { renderTable, wasFound, type Trial } from './table.ts';

/** `npm run test:recordings [-- --only PATTERN] [--all] [--mitmdump PROGRAM] [--out FILE]`. */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
    mitmdump: { type: 'string' },
    beside: { type: 'string', default: '12' },
    out: { type: 'string', default: 'reports/passive.md' },
  },
});

const CLASSES: readonly FaultClass[] = [
  ...(['rate', 'session', 'access', 'size', 'state', 'paging', 'progress', 'lifecycle'] as const),
];
/** What can only be seen after some time. */
const PATIENT: ReadonlySet<FaultClass> = new Set(['rate', 'session']);

const say = (line: string) => void process.stderr.write(`${line}\n`);
const api = await loadSubject();
const [documented = ''] = api.servers.map(({ url }) => url);
const chosen = OPERATORS.filter(
  ({ class: of, id }) => CLASSES.includes(of) && id.includes(values.only),
);
const faults = chosen.flatMap((operator): readonly Fault[] => {
  const places = faultsOf(api, operator);
  const byOperation = Map.groupBy(places, (it) => it.operation.id);
  const firsts = [...byOperation.values()].flatMap((it) => it.slice(0, 1));
  return values.all ? firsts : firsts.slice(0, 1);
});

const folder = await mkdtemp(join(tmpdir(), 'kiln-recordings-'));
try {
  const recorder =
    values.mitmdump === undefined
      ? await createChromium(folder)
      : await createMitmproxy(folder, values.mitmdump);
  const recorded = await record(recorder);
  await recorder.end();
  const trials = await judge(recorded);
  for (const { fault, found } of trials) {
    say(`${fault ?? 'as it should be'}: ${found.map((it) => it.property).join(', ') || '-'}`);
  }
  await writeFile(resolve(values.out), renderTable(recorder.name, trials));
  const missed = trials.filter((it) => !wasFound(it));
  for (const { fault } of missed)
    say(`not found, and no reason is known: ${fault ?? 'findings where there is none'}`);
  process.exitCode = missed.length > trials.length * 0.05 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true });
}

interface Recording {
  readonly fault: Fault | undefined;
  readonly base: string;
  readonly archive: string;
}

async function record(recorder: Recorder): Promise<readonly Recording[]> {
  const queue: (Fault | undefined)[] = [undefined, ...faults];
  const done: Recording[] = [];
  const servers: Mock[] = [];
  const work = async (): Promise<void> => {
    while (queue.length > 0) {
      const fault = queue.shift();
      const { mock, base } = await serveSubject(api, fault);
      const client = await recorder.begin(base);
      await drive(client.ask, !fault || PATIENT.has(fault.operator.class));
      await client.end();
      // Its port must not be another's: one archive may hold all of them.
      servers.push(mock);
      done.push({ fault, base, archive: client.archive });
      say(`recorded ${done.length} of ${faults.length + 1}`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.beside) }, work));
  await Promise.all(servers.map((it) => it.close()));
  return done;
}

/** Reads each archive once, and gives each exchange to the judge of its server. */
async function judge(recorded: readonly Recording[]): Promise<readonly Trial[]> {
  const runs = new Map(
    recorded.map(({ base, archive }) => {
      const targets = new Map([[documented, base]]);
      return [
        new URL(base).origin,
        createPassiveRun(api, { file: archive, targets, now: Date.now }),
      ];
    }),
  );
  for (const archive of new Set(recorded.map((it) => it.archive))) {
    for await (const slice of entriesOf(createReadStream(archive, 'utf8'), archive)) {
      const entry = readRecorded(slice, archive);
      await runs.get(new URL(entry.exchange.request.url).origin)?.take(entry);
    }
  }
  const ended = recorded.map(async ({ fault, base }): Promise<Trial> => {
    const run = await runs.get(new URL(base).origin)?.end();
    return {
      fault: fault && nameOf(fault),
      operator: fault?.operator,
      found: violationsOf(run?.results ?? []),
      exchanges: run?.traffic?.matched ?? 0,
    };
  });
  return await Promise.all(ended);
}
