import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { METHODS } from '../../model/api-model.ts';
import { MARK } from '../marks.ts';

const REASONS: Readonly<Record<string, readonly [name: string, words: string]>> = {
  '400': ['BadRequest', 'The API cannot read the request.'],
  '401': ['Unauthorized', 'The request has no credential that counts.'],
  '403': ['Forbidden', 'The credential does not allow this.'],
  '404': ['NotFound', 'There is no such thing.'],
  '409': ['Conflict', 'The request does not fit the present state.'],
  '422': ['Unprocessable', 'The API can read the request and not carry it out.'],
  '429': ['RateLimited', 'There were too many requests.'],
  '500': ['ServerError', 'The API failed.'],
};

const REFUSAL: JsonObject = {
  type: 'object',
  description: 'What a refusal says. Its members are not known; the message is our reading.',
  properties: { message: { description: 'What is wrong.' } },
  additionalProperties: true,
  [MARK]: ['refusal'],
};

/** Responses with words and bodies, and the refusals that any client meets sooner or later. */
export function dressResponses(document: JsonObject): JsonObject {
  const components = objectOf(document['components']);
  const schemas = objectOf(components['schemas']);
  const refusal = 'Refusal' in schemas ? 'Refusal' : 'RefusalBody';
  const added = new Map<string, JsonObject>();
  const use = (status: '400' | '401', mark: string): JsonObject => {
    const [name = '', description = ''] = REASONS[status] ?? [];
    const free = name in objectOf(components['responses']) ? `${name}Refusal` : name;
    added.set(free, {
      description,
      content: bodyOf(refusal, description),
      [MARK]: [mark, 'refusal'],
    });
    return { $ref: `#/components/responses/${free}` };
  };
  const withRefusals = (operation: JsonObject, method: string): JsonObject => {
    const responses = objectOf(operation['responses']);
    const own = Object.keys(responses);
    const alternatives = arrayOf(operation['security']).map(objectOf);
    const isSecured =
      alternatives.length > 0 && alternatives.every((it) => Object.keys(it).length > 0);
    const has = (status: string) =>
      own.includes(status) || own.some((it) => it.toUpperCase() === `${status.charAt(0)}XX`);
    const hasSuccess = own.some((it) => it.startsWith('2'));
    const entries: [string, Json][] = own.map((status) => {
      const isRefusal = /^[45]/.test(status) || (status === 'default' && hasSuccess);
      return [
        status,
        dressResponse(objectOf(responses[status]), {
          status,
          isRefusal: isRefusal && method !== 'head',
          refusal,
        }),
      ];
    });
    if (!hasSuccess && !own.includes('default'))
      entries.unshift([
        '200',
        { description: 'The request was carried out.', [MARK]: ['success'] },
      ]);
    else if (!hasSuccess)
      entries.unshift([
        '200',
        {
          ...dressResponse(objectOf(responses['default']), {
            status: '200',
            isRefusal: false,
            refusal,
          }),
        },
      ]);
    if (isSecured && !has('401')) entries.push(['401', use('401', 'unauthorized')]);
    else if (!own.some((it) => it.startsWith('4'))) entries.push(['400', use('400', 'badRequest')]);
    return { ...operation, responses: Object.fromEntries(entries.toSorted(byStatus)) };
  };
  const paths = mapOperations(document['paths'], withRefusals);
  const webhooks =
    document['webhooks'] === undefined
      ? undefined
      : mapOperations(document['webhooks'], withRefusals);
  const refs = refusedRefs([paths, webhooks ?? {}]);
  const shared = Object.entries(objectOf(components['responses'])).map(([name, response]) => {
    const isRefusal = refs.has(`#/components/responses/${name}`);
    return [name, dressResponse(objectOf(response), { status: name, isRefusal, refusal })] as const;
  });
  return {
    ...document,
    paths,
    ...(webhooks && { webhooks }),
    components: {
      ...components,
      schemas: { ...schemas, [refusal]: schemas[refusal] ?? REFUSAL },
      responses: { ...Object.fromEntries(shared), ...Object.fromEntries(added) },
    },
  };
}

function byStatus([left]: readonly [string, Json], [right]: readonly [string, Json]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function mapOperations(
  items: Json | undefined,
  change: (operation: JsonObject, method: string) => JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(items)).map(([path, item]) => {
      const entries = Object.entries(objectOf(item)).map(([key, it]): [string, Json] => {
        const isOperation =
          ([...METHODS, 'query'] as readonly string[]).includes(key) && isObject(it);
        return [key, isOperation ? change(it, key) : it];
      });
      return [path, Object.fromEntries(entries)];
    }),
  );
}

/** The shared responses that an operation gives as a refusal. */
function refusedRefs(groups: readonly JsonObject[]): ReadonlySet<string> {
  const refs = groups.flatMap((items) =>
    Object.values(items).flatMap((item) =>
      Object.values(objectOf(item)).flatMap((operation) =>
        Object.entries(objectOf(objectOf(operation)['responses'])).flatMap(([status, it]) => {
          const ref = stringOf(objectOf(it)['$ref']);
          return ref !== undefined && /^([45]|default)/.test(status) ? ref : [];
        }),
      ),
    ),
  );
  return new Set(refs);
}

function dressResponse(
  response: JsonObject,
  {
    status,
    isRefusal,
    refusal,
  }: { readonly status: string; readonly isRefusal: boolean; readonly refusal: string },
): JsonObject {
  if ('$ref' in response) return response;
  const [, words = isRefusal ? 'The request is refused.' : 'The request was carried out.'] =
    REASONS[status] ?? [];
  const description = textOf(response['description']).trim() || words;
  const isBare = Object.keys(objectOf(response['content'])).length === 0;
  if (!isRefusal || !isBare) return { ...response, description };
  const marks = arrayOf(response[MARK]);
  return {
    ...response,
    description,
    content: bodyOf(refusal, description),
    [MARK]: [...marks, 'refusal'],
  };
}

function bodyOf(refusal: string, message: string): JsonObject {
  return {
    'application/json': {
      schema: { $ref: `#/components/schemas/${refusal}` },
      examples: { refused: { value: { message } } },
    },
  };
}
