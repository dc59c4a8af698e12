import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { PrintedAs } from '../../model/printed-as.ts';
import { variablesOf } from '../../model/path-variables.ts';
import { arrayOf } from '../../base/json.ts';
import { append, parentOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { Rule } from '../rule.ts';

/** Whoever follows the documents to the letter should find the operation, or learn here that they will not. */
export const printedPathReachable: Rule = {
  id: 'printed-path-reachable',
  severity: 'warn',
  description: 'What x-documented-as prints of a path leads to that operation.',
  *check(api) {
    const taken = new Map<string, Operation>();
    for (const operation of api.operations) {
      for (const route of routesOf(operation, operation)) {
        if (!taken.has(route)) taken.set(route, operation);
      }
    }
    // What a path prints is printed for each of its operations.
    const told = new Set<Pointer>();
    for (const operation of api.operations) {
      for (const printed of operation.printedAs) {
        const message = problemOf(operation, printed, taken);
        const at = placeOf(api, operation, printed);
        if (message === undefined || told.has(at)) continue;
        told.add(at);
        yield { at, message };
      }
    }
  },
};

function problemOf(
  operation: Operation,
  printed: PrintedAs,
  taken: Map<string, Operation>,
): string | undefined {
  const { text, method, path, isServed } = printed;
  const leads = `"${text}" does not lead to ${operation.id}`;
  if (!isServed) {
    const [has, needs] = [variablesOf(path).length, variablesOf(operation.path).length];
    return has === needs
      ? `${leads}: it is a path of none of its servers`
      : `${leads}: it has ${count(has)}, and ${operation.path} has ${count(needs)}`;
  }
  for (const route of routesOf(operation, printed)) {
    const other = taken.get(route);
    if (other === undefined) taken.set(route, operation);
    else if (other !== operation)
      return `${leads}: ${method.toUpperCase()} ${path} is a path of ${other.id}`;
  }
  return undefined;
}

/** What tells two requests apart: server, method and path, whatever its variables are called. */
function routesOf(
  { servers }: Operation,
  { method, path }: Pick<Operation, 'method' | 'path'>,
): string[] {
  const shape = path.replaceAll(/\{[^{}]+\}/g, '{}');
  return servers.map(({ url }) => `${method} ${url} ${shape}`);
}

/** On the operation, or on the path that speaks for several. */
function placeOf({ document }: ApiModel, { pointer }: Operation, { text }: PrintedAs): Pointer {
  const places = [pointer, parentOf(pointer)].map((it) => append(it, 'x-documented-as'));
  const place = places.find((it) => [valueAt(document, it) ?? []].flat().includes(text)) ?? pointer;
  const index = arrayOf(valueAt(document, place)).indexOf(text);
  return index < 0 ? place : append(place, index);
}

function count(variables: number): string {
  return variables === 1 ? '1 variable' : `${variables} variables`;
}
