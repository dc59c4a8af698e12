import { writeFile } from 'node:fs/promises';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { NAMESPACE_HEADER } from '../../scripts/wire/namespace.ts';
import { generateDescription, generatedWorkload } from './descriptions.ts';
import { fetchOnce } from './load-client.ts';
import {
  figuresOf,
  measure,
  type Contender,
  type Figures,
  type MeasureOptions,
  type Series,
} from './measure.ts';
import type { BareRoute } from './processes/bare-fastify.ts';
import {
  startBareFastify,
  startKiln,
  startPrism,
  startScalar,
  type Running,
  type Subject,
} from './subjects.ts';
import type { Group, GroupedWorkload, Workload } from './workloads.ts';

/** One row of the report: a request, and what it costs each server. */
export interface Row {
  readonly group: Group;
  readonly name: string;
  readonly figures: readonly Figures[];
}

export interface ScenarioOptions extends MeasureOptions {
  readonly folder: string;
  /** How often the servers are started; each time, code is compiled and memory laid out anew. */
  readonly starts: number;
  readonly subjects: readonly Subject[];
  readonly say: (line: string) => void;
}

interface Described {
  readonly document: string;
  readonly workloads: readonly GroupedWorkload[];
  /** What our mock serves meanwhile; all of the project's descriptions if nothing is named. */
  readonly served: readonly string[];
}

/** Measures requests to one description, whose servers are started for it, several times. */
async function measureDescription(
  described: Described,
  options: ScenarioOptions,
): Promise<readonly Row[]> {
  const times: (readonly (readonly Series[])[])[] = [];
  for (let i = 0; i < options.starts; i += 1) times.push(await measureOnce(described, options));
  return described.workloads.map(({ group, workload: { name } }, place) => {
    const figures = figuresOf(times.map((rows) => rows[place] ?? []));
    const costs = figures.map((it) => `${it.name} ${it.cost.median.toFixed(0)} µs`);
    options.say(`${name}, ${group}: ${costs.join(', ')}`);
    return { group, name, figures };
  });
}

/** Starts the servers of a description, sends each its requests, and stops them. */
async function measureOnce(
  { document, workloads, served }: Described,
  options: ScenarioOptions,
): Promise<readonly (readonly Series[])[]> {
  const routes = `${options.folder}/routes.json`;
  const starters = {
    kiln: () => startKiln(served),
    'bare Fastify': () => startBareFastify(routes),
    'Prism CLI': () => startPrism(document),
    'Prism CLI, silent': () => startPrism(document, true),
    Scalar: () => startScalar(document),
  } as const satisfies Record<Subject, () => Promise<Running>>;
  const running = new Map<Subject, Running>();
  try {
    for (const subject of options.subjects) {
      const server = await starters[subject]();
      running.set(subject, server);
      if (subject === 'kiln') await writeRoutes(routes, server, workloads);
    }
    const rows: (readonly Series[])[] = [];
    for (const { group, workload } of workloads) {
      const contenders = [...running].flatMap(([name, server]): Contender[] => {
        // Hand-written bytes are no match for a body that is made up.
        if (group === 'generated' && name === 'bare Fastify') return [];
        const request = name === 'kiln' ? workload.mounted : workload.bare;
        return [{ name, running: server, request }];
      });
      rows.push(await measure(contenders, options));
    }
    return rows;
  } finally {
    for (const server of running.values()) await server.stop();
  }
}

/** Generated descriptions, all of whose operations are alike. */
export async function measureGenerated(
  counts: readonly number[],
  options: ScenarioOptions,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const count of counts) {
    const document = await writeGenerated(count, options);
    const kinds = ['shown', 'made', ...(count === 100 ? (['dynamic'] as const) : [])] as const;
    const workloads = kinds.map((kind) => {
      const workload = generatedWorkload(`generated-${count}`, count, kind);
      const group = kind === 'shown' ? ('static' as const) : ('generated' as const);
      const what = { shown: 'example', made: 'from its schema', dynamic: 'Prefer: dynamic=true' };
      return { group, workload: { ...workload, name: `${workload.name}, ${what[kind]}` } };
    });
    const served = [document];
    rows.push(...(await measureDescription({ document, workloads, served }, options)));
  }
  return rows;
}

/** Our mock with ever more operations, side by side: how many times the cost with the fewest. */
export async function measureFlatness(
  counts: readonly number[],
  options: ScenarioOptions,
): Promise<readonly Figures[]> {
  const contenders: Contender[] = [];
  try {
    for (const count of counts) {
      const running = await startKiln([await writeGenerated(count, options)]);
      const { mounted: request } = generatedWorkload(`generated-${count}`, count, 'shown');
      contenders.push({ name: `${count} operations`, running, request });
    }
    return figuresOf([await measure(contenders, options)]);
  } finally {
    for (const { running } of contenders) await running.stop();
  }
}

async function writeGenerated(count: number, { folder }: ScenarioOptions): Promise<string> {
  const document = `${folder}/generated-${count}.json`;
  await writeFile(document, JSON.stringify(generateDescription(count)));
  return document;
}

/** The descriptions of the project, which our mock serves together. */
export async function measureDescriptions(
  apis: readonly { readonly api: ApiModel; readonly workloads: readonly GroupedWorkload[] }[],
  options: ScenarioOptions,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { api, workloads } of apis) {
    const document = `${options.folder}/${api.name}.json`;
    await writeFile(document, JSON.stringify(api.document));
    rows.push(...(await measureDescription({ document, workloads, served: [] }, options)));
  }
  return rows;
}

/** Fields that Node writes itself. */
const FRAMING = ['date', 'connection', 'keep-alive', 'content-length'];

/** Writes down what the hand-written server is to answer. */
async function writeRoutes(
  file: string,
  kiln: Running,
  workloads: readonly GroupedWorkload[],
): Promise<void> {
  const answers = await Promise.all(workloads.map(({ workload }) => toRoute(kiln, workload)));
  const byRoute = new Map(answers.map((it) => [`${it.method} ${it.url}`, it]));
  await writeFile(file, JSON.stringify([...byRoute.values()]));
}

/** What our mock answers is what the hand-written server sends; asked where it leaves nothing behind. */
async function toRoute(kiln: Running, { method, mounted, route }: Workload): Promise<BareRoute> {
  const elsewhere = mounted.toString().replace('\r\n', `\r\n${NAMESPACE_HEADER}: bench\r\n`);
  const answer = await fetchOnce(kiln.port, Buffer.from(elsewhere));
  const own = Object.entries(answer.headers).filter(([name]) => !FRAMING.includes(name));
  const { status, body } = answer;
  return { method, url: route, status, headers: Object.fromEntries(own), body };
}
