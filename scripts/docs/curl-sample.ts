import type { ApiModel, MediaType, Operation, Parameter, RequestBody } from '../model/api-model.ts';
import { arrayOf, isObject, objectOf, stringOf } from '../base/json.ts';
import { parentOf, valueAt } from '../base/json-pointer.ts';
import { isBasic, placeOfCredential } from '../wire/credential.ts';
import { describeBody } from '../wire/describe-body.ts';
import { concreteType, kindOf } from '../wire/media-kind.ts';
import { encodePercent } from '../wire/percent-encoding.ts';
import { isStyled } from '../wire/styled-field.ts';
import { splitQuery } from '../wire/text-pairs.ts';
import type { WireBody } from '../wire/wire-body.ts';
import { writeBody } from '../wire/write-body.ts';
import { writeParts, type WrittenPart } from '../wire/write-multipart.ts';
import { writeParameter } from '../wire/write-parameter.ts';

/**
 * A curl command for the operation, from the examples of the description. Secrets and values that
 * no example gives are shell variables.
 */
export function renderCurl(api: ApiModel, operation: Operation): string {
  const { credentials, query } = credentialsOf(api, operation);
  const lines = [
    ...methodOf(operation),
    quote(urlOf(api, operation, query)),
    ...fieldsOf(api, operation),
    ...credentials,
    ...bodyOf(api, operation.body),
  ];
  return `${renderCaption(api, operation.body)}curl ${lines.join(' \\\n  ')}`;
}

/** Says which example it is where a reader could pick another one. */
function renderCaption({ document }: ApiModel, body: RequestBody | undefined): string {
  const examples = contentOf(body)?.examples ?? [];
  const [first] = examples;
  if (!first || examples.length === 1) return '';
  const { summary } = objectOf(valueAt(document, parentOf(first.pointer)));
  return `# ${stringOf(summary) ?? first.name}\n`;
}

function methodOf({ method, body }: Operation): string[] {
  if (method === 'head') return ['--head'];
  // What curl does unasked: POST with a body, GET without.
  return method === (body ? 'post' : 'get') ? [] : [`--request ${method.toUpperCase()}`];
}

function urlOf(api: ApiModel, operation: Operation, secrets: readonly string[]): string {
  const { path, parameters, servers } = operation;
  const byName = new Map(
    parameters
      .filter((it) => it.in === 'path')
      .map((it) => [it.name, writtenExample(api, it) ?? variable(it.name)]),
  );
  const filled = path.replaceAll(
    /\{([^}]+)\}/g,
    (_, name: string) => byName.get(name) ?? variable(name),
  );
  const query = parameters
    .filter((it) => it.in === 'query' && it.required)
    .map((it) => writtenExample(api, it) ?? `${encodePercent(it.name)}=${variable(it.name)}`);
  const search = [...query, ...secrets].join('&');
  const server = (servers[0]?.url ?? '').replace(/\/$/, '');
  return `${server}${filled}${search && `?${search}`}`;
}

/** The header fields and cookies that the operation demands. */
function fieldsOf(api: ApiModel, { parameters }: Operation): string[] {
  return parameters.flatMap((it): string[] => {
    if (!it.required || (it.in !== 'header' && it.in !== 'cookie')) return [];
    const written = writtenExample(api, it);
    const [option, start] =
      it.in === 'header' ? ['--header', `${it.name}: `] : ['--cookie', `${it.name}=`];
    if (written === undefined) return [`${option} ${quote(`${start}${variable(it.name)}`)}`];
    return [`${option} ${quote(it.in === 'header' ? `${start}${written}` : written, true)}`];
  });
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

interface Credentials {
  readonly credentials: readonly string[];
  readonly query: readonly string[];
}

/** What the operation's first security alternative adds to the command and to the query. */
function credentialsOf(api: ApiModel, { security }: Operation): Credentials {
  const credentials: string[] = [];
  const query: string[] = [];
  for (const name of security[0]?.keys() ?? []) {
    const scheme = api.securitySchemes.get(name);
    if (scheme && isBasic(scheme)) {
      credentials.push('--user "$USERNAME:$PASSWORD"');
      continue;
    }
    const place = placeOfCredential(scheme ?? BEARER);
    const value = `${place.prefix}${scheme?.type === 'apiKey' ? variable(name) : '$TOKEN'}`;
    if (place.in === 'header') credentials.push(`--header ${quote(`${place.name}: ${value}`)}`);
    else if (place.in === 'cookie') credentials.push(`--cookie ${quote(`${place.name}=${value}`)}`);
    // A word before a key is followed by a space.
    else query.push(`${encodePercent(place.name)}=${value.replace(' ', '%20')}`);
  }
  return { credentials, query };
}

function bodyOf({ document }: ApiModel, body: RequestBody | undefined): string[] {
  const content = contentOf(body);
  if (!content) return [];
  const { mediaType, examples } = content;
  const example = examples[0]?.value;
  if (example === undefined) return [contentType(mediaType), '--data-binary @body'];
  const described = describeBody(document, content);
  const kind = kindOf(mediaType);
  if (isObject(example) && kind === 'multipart') return writeParts(described, example).map(formOf);
  const text =
    kind === 'json' ? JSON.stringify(example, null, 2) : (writeBody(described, example).text ?? '');
  // curl encodes text as a form does, and names the media type itself.
  if (kind === 'form' && !isStyledForm(described)) {
    return splitQuery(text).map(
      (pair) => `--data-urlencode ${literal(`${pair.name}=${pair.text}`)}`,
    );
  }
  return [contentType(concreteType(mediaType, example)), `--data-raw ${literal(text)}`];
}

function isStyledForm({ fields = {} }: WireBody): boolean {
  return Object.values(fields).some(isStyled);
}

/** A part as curl writes it: of a file, or of text with its media type. */
function formOf({ name, fileName, contentType: type, content }: WrittenPart): string {
  const typed = type === undefined ? '' : `;type=${type}`;
  if (fileName !== undefined) return `--form ${literal(`${name}=@${fileName}${typed}`)}`;
  const text = typeof content === 'string' ? content : '';
  if (type === undefined) return `--form-string ${literal(`${name}=${text}`)}`;
  const quoted = text.replaceAll(/["\\]/g, String.raw`\$&`);
  return `--form ${literal(`${name}="${quoted}"${typed}`)}`;
}

function contentOf(body: RequestBody | undefined): MediaType | undefined {
  return body?.content.find(({ examples }) => examples.length > 0) ?? body?.content[0];
}

function contentType(mediaType: string): string {
  return `--header ${quote(`Content-Type: ${mediaType}`)}`;
}

/** `$ORDER_ID` for `orderId`, `order-id` or `order_id`. */
function variable(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_');
  return `$${words.toUpperCase()}`;
}

/** A shell word in which variables still count, unless there are none. */
function quote(text: string, isPlain = false): string {
  const escaped = text.replaceAll(/["\\`]/g, String.raw`\$&`);
  return `"${isPlain ? escaped.replaceAll('$', String.raw`\$`) : escaped}"`;
}

/** A shell word that stands for itself. */
function literal(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
