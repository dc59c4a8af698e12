import type { ApiModel, MediaType, Operation } from '../../../scripts/model/api-model.ts';
import { isObject } from '../../../scripts/base/json.ts';
import { append, type Pointer } from '../../../scripts/base/json-pointer.ts';
import { breachesOf } from '../../../scripts/lint/breaches-of.ts';
import { ignoresOf } from '../../../scripts/lint/ignores.ts';
import { nodeAt, resolve, schemasFrom } from '../../../scripts/lint/references.ts';
import {
  edit,
  findSchema,
  objectAt,
  present,
  presentOr,
  type Break,
  type Breaker,
} from './breaker.ts';

export const dialect202012: Breaker = (api) => {
  const at = '#/jsonSchemaDialect';
  return [
    edit(api, at, { what: 'names no dialect' }),
    edit(api, at, { what: 'names the old one', to: 'http://json-schema.org/draft-07/schema#' }),
  ];
};

export const versionAsText: Breaker = ({ files, source }) => {
  const text = (files.get(source) ?? '').replace(/^openapi:.*$/m, 'openapi: 3.1');
  return [{ what: 'has no quotes', at: ['#/openapi'], files: new Map([...files, [source, text]]) }];
};

export const noNullable: Breaker = (api) => {
  const { pointer } = findSchema(api, ({ type }) => type === 'string');
  return [edit(api, append(pointer, 'nullable'), { what: 'allows null as of old', to: true })];
};

export const schemaCompiles: Breaker = (api) => {
  const { pointer } = findSchema(api, ({ type }) => type === 'string');
  return [
    edit(api, append(pointer, 'type'), { what: 'mistypes a type', to: 'sting' }),
    edit(api, append(pointer, 'minLength'), { what: 'counts with a text', to: 'one' }),
  ];
};

export const schemaSatisfiable: Breaker = (api) => {
  const { pointer, node } = findSchema(
    api,
    ({ type, examples, example }) => type === 'object' && !examples && !example,
  );
  const description = node['description'] ?? 'An object.';
  return [
    edit(api, append(pointer, 'properties', 'nothing'), {
      what: 'has a property that is two things at once',
      to: { description, allOf: [{ type: 'string' }, { type: 'integer' }] },
    }),
    edit(api, append(pointer, 'properties', 'nothing'), {
      what: 'offers the same twice',
      to: { description, oneOf: [{ type: 'string' }, { allOf: [{ type: 'string' }] }] },
    }),
  ];
};

export const partsUsable: Breaker = (api) => [
  edit(api, '#/paths/nowhere', { what: 'has a path without a slash', to: {} }),
  edit(api, '#/components/links', { what: 'has links that are a list', to: [] }),
];

export const examplesPresentAndValid: Breaker = (api) => {
  const bodies = contentOf(api.operations);
  const [hooked] = contentOf(api.webhooks);
  const shown = bodies.find((media) => !hasOwnExamples(api, media)) ?? hooked;
  const [example] = bodies.flatMap(({ schema, examples }) => {
    return schema && breachesOf(api, schema, WRONG).length > 0 ? examples : [];
  });
  const { pointer } = findSchema(
    api,
    ({ type, examples }) => type === 'string' && Boolean(examples),
  );
  return present([
    shown && withoutExamples(api, shown),
    hooked && withoutExamples(api, hooked),
    example && edit(api, example.pointer, { what: `writes ${WRONG} as an example`, to: WRONG }),
    edit(api, append(pointer, 'examples', 0), { what: 'gives a number for a string', to: 7 }),
  ]);
};

const WRONG = 'no such value';

function contentOf(operations: readonly Operation[]): MediaType[] {
  const bodies = operations.flatMap(({ body }) => body?.content ?? []);
  const answers = operations.flatMap(({ responses }) => responses);
  return [...bodies, ...answers.flatMap(({ content }) => content)];
}

function hasOwnExamples({ document }: ApiModel, { schema }: MediaType): boolean {
  return schema !== undefined && 'examples' in nodeAt(document, resolve(document, schema));
}

function withoutExamples(api: ApiModel, { pointer }: MediaType): Break {
  const written = 'examples' in nodeAt(api.document, pointer) ? 'examples' : 'example';
  return edit(api, append(pointer, written), { what: 'takes the examples of a body', at: pointer });
}

export const limitsDocumented: Breaker = (api) => {
  const schemas = api.operations
    .flatMap(({ body }) => body?.content.flatMap(({ schema }) => schema ?? []) ?? [])
    .flatMap((schema) => [...schemasFrom(api.document, schema)]);
  const open = schemas.find(({ node }) => claimsLimit(node['x-evidence']) && !('maxItems' in node));
  const object = schemas.find(({ node }) => isObject(node['properties']));
  return presentOr('no operation takes a body', [
    open && withoutClaimedLimit(api, open.pointer),
    object && addList(api, object.pointer),
  ]);
};

function claimsLimit(evidence: unknown): boolean {
  return isObject(evidence) && 'maxItems' in evidence;
}

/** The claims remain, at another keyword: otherwise nothing may rest on them. */
function withoutClaimedLimit(api: ApiModel, pointer: Pointer): Break {
  const place = append(pointer, 'x-evidence');
  const { maxItems = [], ...others } = objectAt(api.document, place);
  const to = { ...others, description: maxItems };
  return edit(api, place, {
    what: 'no longer says that a limit is unstated',
    to,
    at: append(pointer, 'type'),
  });
}

function addList(api: ApiModel, pointer: Pointer): Break {
  const list = append(pointer, 'properties', 'thingumbobs');
  const to = { type: 'array', items: { type: 'string' } };
  return edit(api, list, { what: 'adds a list to a body', to, at: append(list, 'type') });
}

export const ignoreJustified: Breaker = (api) => {
  const at = '#/info/x-kiln-ignore/no-nullable';
  const ignore = '#/info/x-kiln-ignore';
  const [written] = ignoresOf(api);
  return present([
    edit(api, at, { what: 'ignores what is not there', to: 'Just in case.' }),
    edit(api, ignore, { what: 'ignores with a list', to: ['no-nullable'] }),
    written && edit(api, written.pointer, { what: 'ignores without a reason', to: '' }),
  ]);
};
