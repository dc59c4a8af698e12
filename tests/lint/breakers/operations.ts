import type { ApiModel, Operation } from '../../../scripts/model/api-model.ts';
import type { EvidenceLedger, EvidenceSource } from '../../../scripts/model/evidence.ts';
import { objectOf } from '../../../scripts/base/json.ts';
import { append, withValueAt, type Pointer } from '../../../scripts/base/json-pointer.ts';
import {
  errorsOf,
  isJson,
  isSecured,
  isSuccessResponse,
  statedResponse,
} from '../../../scripts/lint/operations.ts';
import { nodeAt } from '../../../scripts/lint/references.ts';
import {
  NothingToBreak,
  edit,
  without,
  present,
  presentOr,
  type Break,
  type Breaker,
} from './breaker.ts';

export const deprecationDated: Breaker = (api) => {
  const [first] = api.operations;
  const retired = api.operations.find(({ deprecated }) => deprecated);
  const { pointer, id } = retired ?? first ?? nothing();
  const at = append(pointer, 'deprecated');
  const undated = ['x-sunset', 'x-deprecated-since'].reduce(
    (document, name) => without(document, append(pointer, name)),
    withValueAt(api.document, at, true),
  );
  return present([
    { what: `calls ${id} deprecated without a date`, at: [at], document: undated },
    api.policies.lifecycle &&
      edit(api, '#/info/x-lifecycle/sunset', { what: 'ends before it began', to: '2001-01-01' }),
  ]);
};

export const descriptionPresent: Breaker = (api) => {
  const { operations, webhooks } = api;
  const [operation = nothing()] = operations;
  const [parameter] = operations.flatMap(({ parameters }) => parameters);
  const [webhook] = webhooks;
  const describe = (pointer: Pointer, what: string, to: string) =>
    edit(api, append(pointer, 'description'), { what, to });
  return present([
    edit(api, append(operation.pointer, 'description'), {
      what: `takes the description from ${operation.id}`,
      at: operation.pointer,
    }),
    edit(api, '#/tags/0/description', { what: 'takes it from a tag', at: '#/tags/0' }),
    parameter && describe(parameter.pointer, `blanks that of ${parameter.name}`, ' '),
    webhook && describe(webhook.pointer, `says hardly anything of ${webhook.id}`, 'A hook.'),
  ]);
};

export const errorEnvelope: Breaker = (api) => {
  const refusals = api.operations.flatMap(errorsOf);
  const [media] = refusals.flatMap(({ content }) => content.filter(isJson));
  const bodiless = refusals.find(({ content }) => content.length === 0);
  const isDeclared = Object.keys(api.policies.errors).length > 0;
  return presentOr('no refusal is documented', [
    // Where no envelope is declared any schema will do.
    isDeclared && media?.schema
      ? edit(api, media.schema, {
          what: 'words a refusal in a schema of its own',
          to: { allOf: [nodeAt(api.document, media.schema)] },
        })
      : undefined,
    bodiless &&
      edit(api, append(bodiless.pointer, 'x-kiln-ignore'), {
        what: 'no longer says why a refusal has no body',
        at: bodiless.pointer,
      }),
  ]);
};

export const operationIdVerb: Breaker = (api) => {
  const named = namedByPolicies(api);
  const { id, pointer } = api.operations.find((it) => !named.has(it.id)) ?? nothing();
  const at = append(pointer, 'operationId');
  return [`${id}_1`, 'thingumbob'].map((to) => ({
    ...edit(api, at, { what: `renames ${id} to ${to}`, to }),
    ...(api.ledger && { ledger: withOwner(api.ledger, id, to) }),
  }));
};

/** The ledger says what a source prints of an operation, by its id, and follows it. */
function withOwner(ledger: EvidenceLedger, id: string, to: string): EvidenceLedger {
  const sources = [...ledger.sources].map(([name, source]): [string, EvidenceSource] => {
    const sections = source.sections.map((section) => ({
      ...section,
      prints: section.prints.map((it) => (it.owner === id ? { ...it, owner: to } : it)),
    }));
    return [name, { ...source, sections }];
  });
  return { ...ledger, sources: new Map(sources) };
}

/** Ids that may not change by themselves, since policies name them. */
function namedByPolicies({ operations, webhooks, policies }: ApiModel): ReadonlySet<string> {
  const polled = operations.flatMap((it) => it.async?.statusOperation ?? []);
  const awaited = webhooks.flatMap(({ veto }) => veto?.before ?? []);
  return new Set([...polled, ...awaited, policies.session?.issuedBy ?? '']);
}

export const portableParameters: Breaker = (api) => {
  const typed = api.operations
    .flatMap(({ parameters }) => parameters)
    .flatMap(({ name, schema }) => {
      const node = schema === undefined ? {} : nodeAt(api.document, schema);
      return schema !== undefined && typeof node['type'] === 'string'
        ? [{ name, schema, node }]
        : [];
    });
  const [parameter] = typed;
  // That it may be null is a fact, and wants a claim.
  const [claim = ''] = api.ledger?.claims.keys() ?? [];
  return presentOr('no operation has a parameter', [
    parameter &&
      edit(api, parameter.schema, {
        what: `lets ${parameter.name} be null`,
        to: {
          ...parameter.node,
          type: [parameter.node['type'] ?? '', 'null'],
          'x-evidence': { ...objectOf(parameter.node['x-evidence']), type: [claim] },
        },
      }),
  ]);
};

export const securityExplicit: Breaker = (api) => {
  const { document, operations, webhooks } = api;
  const silent = operations.filter(({ pointer }) => !('security' in nodeAt(document, pointer)));
  const [forgotten, ...others] = silent;
  const [webhook] = webhooks;
  const security = document['security'] ?? [];
  const own = others.reduce(
    (edited, { pointer }) => withValueAt(edited, append(pointer, 'security'), security),
    without(document, '#/security'),
  );
  return present([
    forgotten && {
      what: `moves security from the root to the operations and forgets ${forgotten.id}`,
      at: [forgotten.pointer],
      document: own,
    },
    webhook &&
      edit(api, append(webhook.pointer, 'security'), {
        what: `does not say who sends ${webhook.id}`,
        at: webhook.pointer,
      }),
  ]);
};

export const successSchemaNamed: Breaker = (api) => {
  const successes = api.operations.flatMap(({ responses }) => responses.filter(isSuccessResponse));
  const [schema] = successes.flatMap(({ content }) =>
    content.flatMap((media) => media.schema ?? []),
  );
  if (schema) {
    const to = { allOf: [nodeAt(api.document, schema)] };
    return [edit(api, schema, { what: 'wraps what is answered', to })];
  }
  const [{ pointer } = nothing()] = successes;
  const content = { 'application/json': { schema: { type: 'object' }, example: {} } };
  return [
    edit(api, append(pointer, 'content'), {
      what: 'answers with a body of no name',
      to: content,
      at: append(pointer, 'content', 'application/json', 'schema'),
    }),
  ];
};

export const unauthorizedDocumented: Breaker = (api) => {
  const { unauthenticated, forbidden } = api.policies.errors;
  const status = unauthenticated?.status ?? 401;
  const secured = api.operations.filter(isSecured);
  if (secured.length === 0) return 'no operation is secured';
  if (status < 400) {
    // That answer is also a success, and what other refusals get: it cannot go, but its meaning can.
    return [
      {
        ...edit(api, '#/x-errors/unauthenticated/status', { what: 'refuses with 401', to: 401 }),
        at: secured.map(({ pointer }) => append(pointer, 'responses')),
      },
    ];
  }
  const isAlsoForbidden = (it: Operation) => it.access === 'write' && forbidden?.status === status;
  const operation = secured.find((it) => !isAlsoForbidden(it)) ?? nothing();
  return [takeResponse(api, operation, status)];
};

/** Takes a documented status from an operation. */
export function takeResponse(api: ApiModel, operation: Operation, status: number): Break {
  const { status: written } = statedResponse(operation, status) ?? nothing();
  const at = append(operation.pointer, 'responses');
  return edit(api, append(at, written), { what: `takes ${status} from ${operation.id}`, at });
}

function nothing(): never {
  throw new NothingToBreak('the description has nothing of this kind');
}

export const printedPathReachable: Breaker = (api) => {
  const [operation] = api.operations;
  return presentOr('there is no operation', [
    operation &&
      edit(api, operation.pointer, {
        what: `prints a path of ${operation.id} with too many variables`,
        to: {
          ...nodeAt(api.document, operation.pointer),
          'x-documented-as': `${operation.path}/{one}/{more}`,
        },
        at: append(operation.pointer, 'x-documented-as'),
      }),
  ]);
};
