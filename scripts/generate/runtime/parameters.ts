import { fillPath } from '../../wire/fill-path.ts';
import { writeDefaultParameter } from '../../wire/write-default-parameter.ts';
import { writeParameter, type WireParameter } from '../../wire/write-parameter.ts';
import type { OperationContract, ParameterContract } from './contract.ts';
import { ClientError } from './errors.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Parameters as they go on the wire: path and query encoded, and cookies as `name=value`. */
export interface WrittenParameters {
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
}

/** Writes the parameters of a call; a client whose operations have none carries no writer. */
export type ParametersWriter = (
  id: string,
  operation: OperationContract,
  values: Readonly<Partial<Record<Place, Values | undefined>>>,
) => WrittenParameters;

type Place = ParameterContract['in'];

/** Writes one value; undefined where it has no text. */
type Write = (parameter: WireParameter, value: unknown) => string | undefined;

/** Writes parameters of every style (OpenAPI 3.1.1, section 4.8.12). */
export const writeParameters: ParametersWriter = /* @__PURE__ */ writingParameters(writeParameter);

/** Writes parameters in the default styles of their places: all that most operations need. */
export const writeDefaultParameters: ParametersWriter =
  /* @__PURE__ */ writingParameters(writeDefaultParameter);

function writingParameters(write: Write): ParametersWriter {
  return (id, operation, { path = {}, query = {}, header = {}, cookie = {} }) => {
    const textsOf = (place: Place, values: Values) =>
      Object.entries(values).flatMap(([name, value]) => {
        const parameter = parameterOf(operation, place, name);
        return attempt(parameter, id, () => isNothing(value))
          ? []
          : [[name, textOf(id, parameter, value, write)] as const];
      });
    const pairsOf = (place: Place, values: Values) =>
      textsOf(place, values).map(([, text]) => text);
    return {
      path: toPath(id, operation, path, write),
      query: pairsOf('query', query).join('&'),
      headers: Object.fromEntries(textsOf('header', header)),
      cookies: pairsOf('cookie', cookie),
    };
  };
}

/**
 * The path with its variables filled in. Throws before a request is made when a value is absent, or
 * would lead to another address.
 */
function toPath(id: string, operation: OperationContract, values: Values, write: Write): string {
  const path = fillPath(operation.path, (name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === null) {
      throw new ClientError('parameter-missing', `${id} needs the path parameter ${name}`);
    }
    return textOf(id, parameterOf(operation, 'path', name), value, write);
  });
  if (path !== undefined) return path;
  throw new ClientError(
    'parameter-unusable',
    `${id} cannot send an empty value, "." or ".." in its path: that is the address of something else`,
  );
}

/** A parameter that the description does not know is written as OpenAPI does by default. */
function parameterOf(
  { parameters }: OperationContract,
  place: Place,
  name: string,
): ParameterContract {
  return parameters.find((it) => it.in === place && it.name === name) ?? { name, in: place };
}

function textOf(id: string, parameter: ParameterContract, value: unknown, write: Write): string {
  const { in: place, mediaType } = parameter;
  const { style = STYLES[place], explode = style === 'form' } = parameter;
  const content = mediaType === undefined ? undefined : { mediaType };
  const text = attempt(parameter, id, () =>
    isSayable(value) ? write({ ...parameter, style, explode, content }, value) : undefined,
  );
  // A field loses the spaces at its ends on its way (RFC 9110, section 5.5).
  if (text === undefined || (place === 'header' && text !== text.trim())) {
    throw unusable(id, parameter);
  }
  return text;
}

/** What a value of the caller's throws, such as one that holds itself, is no reason to print it. */
function attempt<Result>(parameter: ParameterContract, id: string, read: () => Result): Result {
  try {
    return read();
  } catch {
    throw unusable(id, parameter);
  }
}

function unusable(id: string, { in: place, name }: ParameterContract): ClientError {
  return new ClientError('parameter-unusable', `${id} cannot send this ${place} parameter ${name}`);
}

/** The default of each place (OpenAPI 3.1.1, section 4.8.12.2). */
const STYLES = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const;

/** What is left out: nothing, and a list or an object of nothing. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && !('toJSON' in value) && Object.values(value).every(isNothing);
}

/** Whether there is a text for all of a value: a writer would leave out what has none. */
function isSayable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (typeof value !== 'object') return typeof value !== 'function' && typeof value !== 'symbol';
  return Object.values(value ?? {}).every(isSayable);
}
