import { isJsonType } from '../base/media-type.ts';
import { valueAt, type Pointer } from '../base/json-pointer.ts';
import { textOf, type Json } from '../base/json.ts';
import type { ApiModel, MediaType, Operation, Parameter } from '../model/api-model.ts';
import type { Credential } from '../model/fixtures.ts';
import type { Destination } from '../values/generate/destination.ts';
import { sampleValue } from '../values/generate/sample-value.ts';
import { carriedTogether, isSupported } from '../wire/credential.ts';
import { credentialsOf, presentCredential } from '../wire/credentials.ts';
import { fillPath } from '../wire/fill-path.ts';
import { writeParameter } from '../wire/write-parameter.ts';

/** A line for a shell that calls the operation that asks for least, as documented; none where there is no operation. */
export function firstRequest(api: ApiModel, base: string, isAsked: boolean): readonly string[] {
  const [easiest] = [...api.operations].toSorted(easiestFirst);
  return easiest
    ? [curlOf(api, easiest, { base, secrets: isAsked ? secretsOf(api, easiest) : [] })]
    : [];
}

/** Operations that can be tried without knowing anything: those that ask for least. */
function easiestFirst(left: Operation, right: Operation): number {
  return effortOf(left) - effortOf(right);
}

function effortOf({ method, parameters, body }: Operation): number {
  const example = body?.content.some(({ examples }) => examples.length > 0) ?? true;
  const needed = parameters.filter((it) => it.required).length;
  return needed + (example ? 0 : 10) + (method === 'get' ? 0 : 1) + (method === 'delete' ? 5 : 0);
}

interface Surroundings {
  readonly base: string;
  readonly secrets: readonly string[];
}

function curlOf(
  { document }: ApiModel,
  { method, path, parameters, body }: Operation,
  { base, secrets }: Surroundings,
): string {
  const written = (it: Parameter): string | undefined =>
    writeParameter(it, shown(document, it, it.in));
  const needed = (place: string) => parameters.filter((it) => it.in === place && it.required);
  const query = [
    ...needed('query').flatMap((it) => written(it) ?? []),
    ...secrets.filter((it) => it.startsWith('?')).map((it) => it.slice(1)),
  ].join('&');
  const filled = fillPath(path, (name) => {
    const parameter = parameters.find((it) => it.in === 'path' && it.name === name);
    return parameter ? written(parameter) : '1';
  });
  const media = body && mediaOf(body.content, body.required);
  const words = [
    ...(method === 'get' ? [] : ['-X', method.toUpperCase()]),
    quote(`${base}${filled ?? path}${query && `?${query}`}`),
    ...secrets.filter((it) => !it.startsWith('?')).map((it) => `-H ${quote(it)}`),
    ...needed('header').map((it) => `-H ${quote(`${it.name}: ${written(it) ?? ''}`)}`),
    ...(media ? [`-H ${quote(`Content-Type: ${media.mediaType}`)}`] : []),
    ...(media ? [`-d ${quote(textOf(shown(document, media, 'json')))}`] : []),
  ];
  return `  curl -i ${words.join(' ')}`;
}

/** What has an example, else JSON where something has to be sent. */
function mediaOf(content: readonly MediaType[], isRequired: boolean): MediaType | undefined {
  const example = content.find(({ examples }) => examples.length > 0);
  return example ?? (isRequired ? content.find((it) => isJsonType(it.mediaType)) : undefined);
}

/** What a documented example says, else the plainest value of the schema. */
function shown(
  document: Json,
  {
    examples,
    schema,
  }: {
    readonly examples: readonly { readonly value?: Json }[];
    readonly schema: Pointer | undefined;
  },
  destination: Destination,
): Json {
  const example = examples[0]?.value;
  if (example !== undefined) return example;
  if (schema === undefined) return '1';
  const made = sampleValue(document, valueAt(document, schema), { destination });
  return 'value' in made ? made.value : '1';
}

/** What the first way into an operation asks a client to send. */
function secretsOf(api: ApiModel, { security }: Operation): readonly string[] {
  const known: readonly Credential[] = credentialsOf(api);
  const names = carriedTogether(api.securitySchemes, [...(security[0]?.keys() ?? [])]);
  return names.flatMap((name) => {
    const scheme = api.securitySchemes.get(name);
    const credential = known.find((it) => it.scheme === name);
    return scheme && credential && isSupported(scheme)
      ? [presentCredential(scheme, credential)]
      : [];
  });
}

/** A shell word that stands for itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
