import { writeFile } from 'node:fs/promises';
import type { ApiModel } from '../../scripts/core/api-model.ts';
import { NAMESPACE_HEADER } from '../../scripts/mock/state/namespace.ts';
import { generateDescription, generatedWorkload } from './descriptions.ts';
import { fetchOnce } from './load-client.ts';
import { measure, type Contender, type Figures, type MeasureOptions } from './measure.ts';
import type { BareRoute } from './servers/bare-fastify.ts';
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
  readonly subjects: readonly Subject[];
  readonly say: (line: string) => void;
}

/** Measures requests to one description, whose servers are started for it and stopped. */
export async function measureDescription(
  workloads: readonly GroupedWorkload[],
  { kiln, document }: { readonly kiln: Running; readonly document: string },
  options: ScenarioOptions,
): Promise<readonly Row[]> {
  const { folder, subjects, say } = options;
  const routes = `${folder}/routes.json`;
  const answers = await Promise.all(workloads.map(({ workload }) => toRoute(kiln, workload)));
  const byRoute = new Map(answers.map((it) => [`${it.method} ${it.url}`, it]));
  await writeFile(routes, JSON.stringify([...byRoute.values()]));
  const starters = {
    kiln: () => Promise.resolve(kiln),
    'bare Fastify': () => startBareFastify(routes),
    'Prism CLI': () => startPrism(document),
    'Prism CLI, silent': () => startPrism(document, true),
    Scalar: () => startScalar(document),
  } as const satisfies Record<Subject, () => Promise<Running>>;
  const running = new Map<Subject, Running>();
  try {
    for (const subject of subjects) running.set(subject, await starters[subject]());
    const rows: Row[] = [];
    for (const { group, workload } of workloads) {
      const contenders = [...running].flatMap(([name, server]): Contender[] => {
        // Hand-written bytes are no match for a body that is made up.
        if (group === 'generated' && name === 'bare Fastify') return [];
        const request = name === 'kiln' ? workload.mounted : workload.bare;
        return [{ name, running: server, request }];
      });
      const figures = await measure(contenders, options);
      const costs = figures.map((it) => `${it.name} ${it.cost.median.toFixed(0)} µs`);
      say(`${workload.name}, ${group}: ${costs.join(', ')}`);
      rows.push({ group, name: workload.name, figures });
    }
    return rows;
  } finally {
    for (const [subject, server] of running) if (subject !== 'kiln') await server.stop();
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
    const kiln = await startKiln([document]);
    const kinds = ['shown', 'made', ...(count === 100 ? (['dynamic'] as const) : [])] as const;
    const workloads = kinds.map((kind) => {
      const workload = generatedWorkload(`generated-${count}`, count, kind);
      const group = kind === 'shown' ? ('static' as const) : ('generated' as const);
      const what = { shown: 'example', made: 'from its schema', dynamic: 'Prefer: dynamic=true' };
      return { group, workload: { ...workload, name: `${workload.name}, ${what[kind]}` } };
    });
    try {
      rows.push(...(await measureDescription(workloads, { kiln, document }, options)));
    } finally {
      await kiln.stop();
    }
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
    return await measure(contenders, options);
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
  const kiln = await startKiln([]);
  const rows: Row[] = [];
  try {
    for (const { api, workloads } of apis) {
      const document = `${options.folder}/${api.name}.json`;
      await writeFile(document, JSON.stringify(api.document));
      rows.push(...(await measureDescription(workloads, { kiln, document }, options)));
    }
  } finally {
    await kiln.stop();
  }
  return rows;
}

/** Fields that Node writes itself. */
const FRAMING = ['date', 'connection', 'keep-alive', 'content-length'];

/** What our mock answers is what the hand-written server sends; asked where it leaves nothing behind. */
async function toRoute(kiln: Running, { method, mounted, route }: Workload): Promise<BareRoute> {
  const elsewhere = mounted.toString().replace('\r\n', `\r\n${NAMESPACE_HEADER}: bench\r\n`);
  const answer = await fetchOnce(kiln.port, Buffer.from(elsewhere));
  const own = Object.entries(answer.headers).filter(([name]) => !FRAMING.includes(name));
  const { status, body } = answer;
  return { method, url: route, status, headers: Object.fromEntries(own), body };
}
