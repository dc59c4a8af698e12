import type {
  ApiModel,
  MediaType,
  Operation,
  Parameter,
  RequestBody,
} from '../../model/api-model.ts';
import { arrayOf, isObject, objectOf, stringOf, type Json } from '../../base/json.ts';
import { parentOf, valueAt } from '../../base/json-pointer.ts';
import { isBasic, placeOfCredential } from '../../wire/credential.ts';
import { describeBody } from '../../wire/describe-body.ts';
import { concreteType, kindOf } from '../../wire/media-kind.ts';
import { encodePercent } from '../../wire/percent-encoding.ts';
import { isStyled } from '../../wire/styled-field.ts';
import { splitQuery } from '../../wire/text-pairs.ts';
import type { WireBody } from '../../wire/wire-body.ts';
import { writeBody } from '../../wire/write-body.ts';
import { writeParts, type WrittenPart } from '../../wire/write-multipart.ts';
import { writeParameter } from '../../wire/write-parameter.ts';

/** A piece of a request: text, or what only the reader knows, such as a secret, by the name of a variable. */
type SamplePiece = string | { readonly variable: string };

export type SampleText = readonly SamplePiece[];

type SampleBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly mediaType: string; readonly value: Json }
  | { readonly kind: 'text'; readonly mediaType: string; readonly text: string }
  | {
      readonly kind: 'form';
      readonly pairs: readonly { readonly name: string; readonly text: string }[];
    }
  | { readonly kind: 'multipart'; readonly parts: readonly WrittenPart[] }
  /** No example is given: the body is the reader's own. */
  | { readonly kind: 'file'; readonly mediaType: string };

/** The request of an operation from the examples of the description, before any language writes it. */
export interface SampleRequest {
  /** Which example it is, where a reader could pick another one. */
  readonly caption: string | undefined;
  readonly method: string;
  readonly url: SampleText;
  /** Without the body's media type. */
  readonly headers: readonly (readonly [name: string, value: SampleText])[];
  /** Each as it goes on the wire: a name and a value. */
  readonly cookies: readonly SampleText[];
  /** Whether a user name and a password go with it (RFC 7617). */
  readonly isBasic: boolean;
  readonly body: SampleBody;
}

/** What a reader sends to try an operation. Secrets and values that no example gives are variables. */
export function sampleRequest(api: ApiModel, operation: Operation): SampleRequest {
  const credentials = credentialsOf(api, operation);
  const fields = fieldsOf(api, operation);
  return {
    caption: captionOf(api, operation.body),
    method: operation.method.toUpperCase(),
    url: urlOf(api, operation, credentials.query),
    headers: [...fields.headers, ...credentials.headers],
    cookies: [...fields.cookies, ...credentials.cookies],
    isBasic: credentials.isBasic,
    body: bodyOf(api, operation.body),
  };
}

function captionOf({ document }: ApiModel, body: RequestBody | undefined): string | undefined {
  const examples = contentOf(body)?.examples ?? [];
  const [first] = examples;
  if (!first || examples.length === 1) return undefined;
  const { summary } = objectOf(valueAt(document, parentOf(first.pointer)));
  return (stringOf(summary) ?? first.name).replaceAll(/\s+/g, ' ');
}

function urlOf(api: ApiModel, operation: Operation, secrets: readonly SampleText[]): SampleText {
  const { path, parameters, servers } = operation;
  const server = (servers[0]?.url ?? '').replace(/\/$/, '');
  const filled = path.split(/\{([^}]+)\}/).map((part, i): SamplePiece => {
    if (i % 2 === 0) return part;
    const parameter = parameters.find((it) => it.in === 'path' && it.name === part);
    return (parameter && writtenExample(api, parameter)) ?? variable(part);
  });
  const query = parameters
    .filter((it) => it.in === 'query' && it.required)
    .map((it): SampleText => {
      const written = writtenExample(api, it);
      return written === undefined ? [`${encodePercent(it.name)}=`, variable(it.name)] : [written];
    });
  const search = [...query, ...secrets].flatMap((pair, i) => [i === 0 ? '?' : '&', ...pair]);
  return [server, ...filled, ...search].filter((piece) => piece !== '');
}

/** The header fields and cookies that the operation demands. */
function fieldsOf(
  api: ApiModel,
  { parameters }: Operation,
): Pick<SampleRequest, 'headers' | 'cookies'> {
  const required = parameters.filter((it) => it.required);
  const headers = required
    .filter((it) => it.in === 'header')
    .map((it) => [it.name, [writtenExample(api, it) ?? variable(it.name)]] as const);
  const cookies = required
    .filter((it) => it.in === 'cookie')
    .map((it): SampleText => {
      const written = writtenExample(api, it);
      return written === undefined ? [`${it.name}=`, variable(it.name)] : [written];
    });
  return { headers, cookies };
}

/** An example of a parameter as it goes on the wire; undefined where the description has none. */
function writtenExample(api: ApiModel, parameter: Parameter): string | undefined {
  const { schema, examples } = parameter;
  const node = objectOf(schema && valueAt(api.document, schema));
  const value =
    examples[0]?.value ?? node['example'] ?? arrayOf(node['examples'])[0] ?? node['default'];
  return writeParameter(parameter, value);
}

/** What a scheme is taken for that the description does not have. */
const BEARER = { type: 'http', scheme: 'bearer', pointer: '#' } as const;

interface Credentials extends Pick<SampleRequest, 'headers' | 'cookies' | 'isBasic'> {
  readonly query: readonly SampleText[];
}

/** What the operation's first security alternative adds to the request. */
function credentialsOf(api: ApiModel, { security }: Operation): Credentials {
  const headers: [string, SampleText][] = [];
  const cookies: SampleText[] = [];
  const query: SampleText[] = [];
  let hasBasic = false;
  for (const name of security[0]?.keys() ?? []) {
    const scheme = api.securitySchemes.get(name);
    if (scheme && isBasic(scheme)) {
      hasBasic = true;
      continue;
    }
    const place = placeOfCredential(scheme ?? BEARER);
    const secret = scheme?.type === 'apiKey' ? variable(name) : { variable: 'TOKEN' };
    const value = [place.prefix, secret].filter((piece) => piece !== '');
    if (place.in === 'header') headers.push([place.name, value]);
    else if (place.in === 'cookie') cookies.push([`${place.name}=`, ...value]);
    // A word before a key is followed by a space.
    else query.push([`${encodePercent(place.name)}=${place.prefix.replace(' ', '%20')}`, secret]);
  }
  return { headers, cookies, query, isBasic: hasBasic };
}

function bodyOf({ document }: ApiModel, body: RequestBody | undefined): SampleBody {
  const content = contentOf(body);
  if (!content) return { kind: 'none' };
  const { mediaType, examples } = content;
  const example = examples[0]?.value;
  if (example === undefined) return { kind: 'file', mediaType };
  const described = describeBody(document, content);
  const kind = kindOf(mediaType);
  if (isObject(example) && kind === 'multipart') {
    return { kind, parts: writeParts(described, example) };
  }
  if (kind === 'json') return { kind, mediaType: concreteType(mediaType, example), value: example };
  const text = writeBody(described, example).text ?? '';
  if (kind === 'form' && !isStyledForm(described)) {
    return {
      kind,
      pairs: splitQuery(text).map((it) => ({ name: it.name ?? '', text: it.text ?? '' })),
    };
  }
  return { kind: 'text', mediaType: concreteType(mediaType, example), text };
}

function isStyledForm({ fields = {} }: WireBody): boolean {
  return Object.values(fields).some(isStyled);
}

function contentOf(body: RequestBody | undefined): MediaType | undefined {
  return body?.content.find(({ examples }) => examples.length > 0) ?? body?.content[0];
}

/** `ORDER_ID` for `orderId`, `order-id` or `order_id`. */
export function sampleVariable(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_');
  return words.toUpperCase();
}

function variable(name: string): { readonly variable: string } {
  return { variable: sampleVariable(name) };
}
