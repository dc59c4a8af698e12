import { remember } from '../base/remember.ts';
import type { ApiModel } from '../model/api-model.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import { withAnswerableExamples } from './answer/answerable.ts';
import { checkCredentials } from './check-credentials.ts';
import { unknownToNode } from './http/any-method.ts';
import { findMount, toMounts, type FoundMount, type Mount } from './mounts.ts';
import { endpointsOf, type Endpoint } from './oauth/endpoints.ts';
import { realmsOf } from './oauth/realm.ts';
import type { MockOptions } from './options.ts';
import { toService } from './pipeline.ts';
import type { Service } from './service.ts';
import type { Store } from './state/store.ts';
import type { Delivery } from './webhooks/delivery-log.ts';
import { withFaults } from './with-faults.ts';

/** What a mock serves until its descriptions change. */
export interface Served {
  readonly apis: readonly ApiModel[];
  readonly mounts: readonly Mount[];
  /** By the names of the APIs. */
  readonly services: ReadonlyMap<string, Service>;
  readonly mountOf: (path: string) => FoundMount | undefined;
  /** Where tokens are issued and what belongs to it, by whole paths in the mock. */
  readonly endpoints: ReadonlyMap<string, { readonly api: ApiModel; readonly endpoint: Endpoint }>;
  /** Documented methods that Node's parser does not know. */
  readonly methods: ReadonlySet<string>;
  /** What is told where nothing is. */
  readonly nowhere: Refusal;
}

interface Kept {
  readonly store: Store;
  readonly record: (delivery: Delivery) => void;
}

/** Whatever would make the mock answer wrongly later is a UserError now. */
export function toServed(
  apis: readonly ApiModel[],
  options: MockOptions,
  { store, record }: Kept,
): Served {
  const mounts = toMounts(apis);
  const services = new Map<string, Service>();
  const endpoints = new Map<string, { readonly api: ApiModel; readonly endpoint: Endpoint }>();
  for (const api of apis) {
    const answering = withAnswerableExamples(api);
    checkCredentials(answering);
    const service = toService(answering, store, options, record);
    services.set(api.name, withFaults(service, api, options.faults, options.clock));
    const { clock, seed = 1, auth } = options;
    const own = endpointsOf(api, realmsOf(api, { clock, seed, mode: auth }), mounts);
    for (const [path, endpoint] of own) endpoints.set(path, { api, endpoint });
  }
  return {
    apis,
    mounts,
    services,
    endpoints,
    methods: unknownToNode(
      apis.flatMap(({ operations }) => operations.map(({ method }) => method.toUpperCase())),
    ),
    mountOf: remember((path) => findMount(mounts, path)),
    nowhere: refuse('notFound', `Nothing is mounted here; try ${shownOf(mounts)}.`),
  };
}

/** Many servers have many paths; a few tell how they look. */
const MOST_SHOWN = 5;

function shownOf(mounts: readonly Mount[]): string {
  const paths = [...new Set(mounts.map(({ basePath }) => basePath))];
  const shown = paths.slice(0, MOST_SHOWN).join(', ');
  return paths.length > MOST_SHOWN ? `${shown}, …` : shown;
}
