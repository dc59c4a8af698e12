import type { ApiModel, Operation } from '../../scripts/model/api-model.ts';
import { isEqual, type Json } from '../../scripts/base/json.ts';
import { successOf } from '../../scripts/model/documented-response.ts';
import { exampleRequest } from '../../scripts/faults/example-request.ts';
import type { Mount } from '../../scripts/mock/mounts.ts';
import { fetchOnce, toBytes, type FetchedAnswer } from './load-client.ts';

/** One request, as our mock and as the others know its path. */
export interface Workload {
  readonly name: string;
  readonly method: string;
  /** Below the mount of our mock. */
  readonly mounted: Buffer;
  /** Below the root, where the others serve every API. */
  readonly bare: Buffer;
  /** The path as Fastify's router would have it. */
  readonly route: string;
}

/**
 * What our mock does for an answer: it sends what is documented, it puts in what the request says or
 * what happened before, or it has Prism make one up.
 */
const GROUPS = ['static', 'reflected', 'generated'] as const;
export type Group = (typeof GROUPS)[number];

export interface GroupedWorkload {
  readonly group: Group;
  readonly workload: Workload;
}

/**
 * The requests of a description, chosen by what a fresh mock answers: the first GET that needs no
 * parameter, and of the POSTs with a body the first whose answer is the documented one and the first
 * whose answer is not, each as its example has it.
 */
export async function chooseWorkloads(
  api: ApiModel,
  mounts: readonly Mount[],
  port: number,
): Promise<readonly GroupedWorkload[]> {
  const mount = mounts.find((it) => it.api === api.name)?.basePath ?? '';
  const plain = api.operations.find(
    (it) => it.method === 'get' && !it.parameters.some(({ required }) => required),
  );
  const chosen: GroupedWorkload[] = [];
  const full = api.operations.filter(({ body, method }) => body && method === 'post');
  for (const operation of [...(plain ? [plain] : []), ...full]) {
    const workload = toWorkload(api, operation, mount);
    const group = workload && (await groupOf(operation, workload, port));
    const isAlike = (it: GroupedWorkload) =>
      it.group === group && it.workload.method === workload?.method;
    if (group && workload && !chosen.some(isAlike)) chosen.push({ group, workload });
  }
  // What is created must not be listed before the list as it is documented is measured.
  return chosen.toSorted((left, right) => GROUPS.indexOf(left.group) - GROUPS.indexOf(right.group));
}

/** Undefined where the request is not answered with success. */
async function groupOf(
  operation: Operation,
  { mounted }: Workload,
  port: number,
): Promise<Group | undefined> {
  const answers = [await fetchOnce(port, mounted), await fetchOnce(port, mounted)];
  const success = successOf(operation);
  if (!success || answers.some(({ status }) => status !== success.status)) return undefined;
  const [content] = success.response.content;
  const isStatic = answers.every((it) => isDocumented(it, content?.examples[0]?.value));
  return isStatic ? 'static' : 'reflected';
}

/** Whether an answer is the example, and nothing in its head is new each time, as a session would be. */
function isDocumented({ headers, body }: FetchedAnswer, example: Json | undefined): boolean {
  if (headers['set-cookie'] !== undefined) return false;
  return body === '' ? example === undefined : isEqual(JSON.parse(body), example ?? null);
}

function toWorkload(api: ApiModel, operation: Operation, mount: string): Workload | undefined {
  const draft = exampleRequest(api, operation);
  if (!draft) return undefined;
  const { method, path, query, headers, body } = draft;
  const target = `${path}${query && `?${query}`}`;
  const request = { method, headers, body: body?.toString() };
  return {
    name: `${api.name} ${operation.id}`,
    method,
    mounted: toBytes({ ...request, target: `${mount}${target}` }),
    bare: toBytes({ ...request, target }),
    route: operation.path.replaceAll(/\{([^}]+)\}/g, ':$1'),
  };
}
