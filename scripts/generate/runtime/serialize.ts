import type { OperationContract, ParameterContract } from './contract.ts';
import { ClientError } from './errors.ts';

export type Values = Readonly<Record<string, unknown>>;

/**
 * The path with its variables filled in. Throws before a request is made when a value is absent, or
 * would lead to another path.
 */
export function toPath(
  id: string,
  { path, parameters }: OperationContract,
  values: Values,
): string {
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === null || value === '') {
      throw new ClientError('parameter-missing', `${id} needs the path parameter ${name}`);
    }
    return serialize(contractOf(parameters, 'path', name), value);
  });
  // A URL parser takes these segments away, and the request would reach another resource.
  if (filled.split('/').some((segment) => segment === '.' || segment === '..')) {
    throw new ClientError('parameter-unusable', `${id} cannot send "." or ".." in its path`);
  }
  return filled;
}

export function toQuery({ parameters }: OperationContract, values: Values): string {
  return pairs(parameters, 'query', values).join('&');
}

export function toCookies({ parameters }: OperationContract, values: Values): string[] {
  return pairs(parameters, 'cookie', values).map((pair) => pair.replaceAll('&', '; '));
}

export function toHeaders(
  { parameters }: OperationContract,
  values: Values,
): Readonly<Record<string, string>> {
  const present = Object.entries(values).filter(isPresent);
  return Object.fromEntries(
    present.map(([name, value]) => [
      name,
      serialize(contractOf(parameters, 'header', name), value),
    ]),
  );
}

/**
 * Writes a value as `style` and `explode` say (OpenAPI 3.1.1, section 4.8.12.3). Query and cookie
 * parameters give `name=value`, the others the value alone.
 */
export function serialize(parameter: ParameterContract, value: unknown): string {
  const { style, explode, json } = parameter;
  const name = encodeURIComponent(parameter.name);
  const encode = parameter.in === 'header' ? String : encodeURIComponent;
  const write = (item: unknown) => encode(textOf(item));
  if (json) return labelled(parameter, encode(JSON.stringify(value)));
  if (typeof value !== 'object' || value === null) {
    if (style === 'matrix') return `;${name}=${write(value)}`;
    return style === 'label' ? `.${write(value)}` : labelled(parameter, write(value));
  }
  const isList = Array.isArray(value);
  const fields = Object.entries(value)
    .filter(isPresent)
    .map(([key, item]) => [encode(key), write(item)] as const);
  const items = isList ? fields.map(([, item]) => item) : fields.flat();
  const equations = fields.map(([key, item]) => (isList ? `${name}=${item}` : `${key}=${item}`));
  switch (style) {
    case 'deepObject':
      return fields.map(([key, item]) => `${name}[${key}]=${item}`).join('&');
    case 'matrix':
      return explode ? equations.map((it) => `;${it}`).join('') : `;${name}=${items.join(',')}`;
    case 'label':
      return `.${explode ? (isList ? items : equations).join('.') : items.join(',')}`;
    case 'simple':
      return (explode && !isList ? equations : items).join(',');
    default:
      if (explode) return equations.join('&');
      return labelled(parameter, items.join(SEPARATORS[style] ?? ','));
  }
}

const SEPARATORS: Readonly<Record<string, string>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
};

function labelled(parameter: ParameterContract, text: string): string {
  const isPair = parameter.in === 'query' || parameter.in === 'cookie';
  return isPair ? `${encodeURIComponent(parameter.name)}=${text}` : text;
}

function pairs(
  parameters: readonly ParameterContract[],
  location: 'query' | 'cookie',
  values: Values,
): string[] {
  const present = Object.entries(values).filter(isPresent);
  return present
    .map(([name, value]) => serialize(contractOf(parameters, location, name), value))
    .filter((pair) => pair !== '');
}

/** A parameter that the description does not know is written as OpenAPI does by default. */
function contractOf(
  parameters: readonly ParameterContract[],
  location: ParameterContract['in'],
  name: string,
): ParameterContract {
  const isPair = location === 'query' || location === 'cookie';
  const style = isPair ? 'form' : 'simple';
  return (
    parameters.find((it) => it.in === location && it.name === name) ?? {
      name,
      in: location,
      style,
      explode: isPair,
      json: false,
    }
  );
}

function isPresent([, value]: readonly [string, unknown]): boolean {
  return value !== undefined;
}

function textOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
