import type {
  ApiModel,
  DocumentedResponse,
  MediaType,
  Operation,
} from '../../../scripts/model/api-model.ts';
import { isCoveredBy, isJsonType } from '../../../scripts/base/media-type.ts';
import type { Json } from '../../../scripts/base/json.ts';
import { toRouter } from '../../../scripts/model/router.ts';
import { findMount, type Mount } from '../../../scripts/mock/mounts.ts';

/** What was asked, as far as anybody can tell. */
export interface RequestLine {
  readonly method: string;
  /** As it stands in the request line. */
  readonly target: string;
  /** The field `Prefer`, by which a client may ask for a failure. */
  readonly prefer?: string | undefined;
}

/** An answer, however it came. */
export interface HostileAnswer {
  /** Undefined where what was sent is no request. */
  readonly asked: RequestLine | undefined;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly milliseconds: number;
}

/** No request may take longer; one that did is sent again, since a busy machine may be to blame. */
export const LONGEST = 1000;

/** What every object has, before anybody could add to it. */
const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const namesOfAll = () => PROTOTYPES.map((it) => Reflect.ownKeys(it).map(String).join()).join();
const UNTOUCHED = namesOfAll();

/**
 * Says what is wrong with how an API ended a request, if anything. Success must be documented for the
 * operation and conform to its schema; a refusal must be documented for the operation or the API.
 */
export function toJudge(api: ApiModel, mounts: readonly Mount[]) {
  const find = toFinder(api, mounts);
  return (answer: HostileAnswer): string | undefined => {
    const { asked, status, milliseconds, headers } = answer;
    if (milliseconds > LONGEST) return `it took ${Math.round(milliseconds)} ms`;
    if (namesOfAll() !== UNTOUCHED) return 'every object has a property now';
    const isWanted = /code\s*=\s*"?5/i.test(asked?.prefer ?? '');
    if (status < 200 || (status >= 500 && !isWanted)) return `the status ${status}`;
    const found = asked && find(asked);
    const missing = missingHeaders(api, answer, found?.operation);
    if (missing.length > 0) return `${status} without ${missing.join(', ')}`;
    if (status >= 400) return flawOfRefusal(api, answer, found?.operation);
    if (asked?.method === 'OPTIONS' && status === 204 && headers['allow']) return undefined;
    if (!found?.operation) return `the status ${status} for what is no operation`;
    const response = documentedAs(found.operation.responses, status);
    if (!response) return `the undocumented status ${status}`;
    return flawOfContent(api, answer, [response]);
  };
}

/** Finds the operation that a request line is about; undefined beside the API. */
function toFinder(api: ApiModel, mounts: readonly Mount[]) {
  const routers = new Map(
    api.servers.map(({ url }) => [
      url,
      toRouter(api.operations.filter(({ servers }) => servers.some((it) => it.url === url))),
    ]),
  );
  return ({ method, target }: RequestLine): { operation: Operation | undefined } | undefined => {
    const [path = ''] = target.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split(/[?#]/, 1);
    const mount = findMount(mounts, path);
    const router = mount?.server === undefined ? undefined : routers.get(mount.server);
    const operations = router?.(mount?.rest ?? '')?.operations;
    const own = [...(operations ?? [])].find(([name]) => name === method.toLowerCase())?.[1];
    const operation = own ?? (method === 'HEAD' ? operations?.get('get') : undefined);
    return mount && { operation };
  };
}

/** Fields that the answer owes: to its description, and to RFC 9110 (sections 11.6.1 and 15.5.6). */
function missingHeaders(
  { policies }: ApiModel,
  { status, headers }: HostileAnswer,
  operation: Operation | undefined,
): readonly string[] {
  const { limit, remaining, reset } = policies.rateLimits?.headers ?? {};
  const success = status < 400 ? documentedAs(operation?.responses ?? [], status) : undefined;
  const required = (success?.headers ?? []).filter((it) => it.required).map(({ name }) => name);
  const owed = [
    ...[limit, remaining, reset].filter((it) => it !== undefined),
    ...required,
    ...(status === 405 ? ['allow'] : []),
    ...(status === 401 ? ['www-authenticate'] : []),
  ];
  return owed.filter((name) => headers[name.toLowerCase()] === undefined);
}

function flawOfRefusal(
  api: ApiModel,
  answer: HostileAnswer,
  operation: Operation | undefined,
): string | undefined {
  const own = operation && documentedAs(operation.responses, answer.status);
  const policies = [operation?.errors ?? {}, api.policies.errors].flatMap((it) =>
    Object.values(it),
  );
  const named = (wanted: typeof policies) =>
    wanted.flatMap(({ response }) => api.responses.get(response) ?? []);
  const exact = named(policies.filter(({ status }) => status === answer.status));
  const documented = [...(own ? [own] : []), ...exact];
  // A status that nobody wrote down still comes in the API's words.
  return flawOfContent(api, answer, documented.length > 0 ? documented : named(policies));
}

function documentedAs(
  responses: readonly DocumentedResponse[],
  status: number,
): DocumentedResponse | undefined {
  const find = (name: string) => responses.find((it) => it.status.toUpperCase() === name);
  return find(`${status}`) ?? find(`${Math.floor(status / 100)}XX`) ?? find('DEFAULT');
}

type Contents = readonly Pick<DocumentedResponse, 'content'>[];

/** What is wrong with the content, by all of the responses that it might be. */
function flawOfContent(
  api: ApiModel,
  { asked, status, headers, body }: HostileAnswer,
  documented: Contents,
): string | undefined {
  if (asked?.method === 'HEAD' || status === 204 || status === 304) {
    return body === '' ? undefined : `content where there must be none: ${body.slice(0, 200)}`;
  }
  if (body === '') {
    return documented.some(({ content }) => content.length === 0) ? undefined : 'no content';
  }
  const contentType = headers['content-type'] ?? '';
  const media = documented.flatMap(({ content }) =>
    content.filter(({ mediaType }) => isCoveredBy(contentType, mediaType)),
  );
  if (media.length === 0) return `the media type "${contentType}"`;
  const value = isJsonType(contentType) ? parse(body) : body;
  if (value === undefined) return `no JSON: ${body.slice(0, 200)}`;
  return media.some((it) => isValid(api, it, value))
    ? undefined
    : `not as documented for ${status}: ${body.slice(0, 500)}`;
}

function isValid({ schemas }: ApiModel, { schema }: MediaType, value: Json): boolean {
  return schema === undefined || schemas.check(schema, value).length === 0;
}

function parse(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
