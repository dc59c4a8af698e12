import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { hiddenMembersIn, withoutMembers, type HiddenMembers } from './hidden-members.ts';
import { mapSchemas, type Side } from './map-schemas.ts';
import { graphOf, reachableNames, referredNames, reversed, schemaNameOf } from './schema-names.ts';
import { IN_PLACE, mapSubschemas } from './subschemas.ts';

/**
 * A copy of a description in which requests lack what is `readOnly` and answers what is `writeOnly`.
 * A named schema that both use and that has such members, at any depth, gets a second one for requests. What
 * discriminators say has to stand in the schemas already: by the name of a second one they would say another thing.
 */
export function withShapes(document: JsonObject): JsonObject {
  const components = objectOf(document['components']);
  const schemas = objectOf(components['schemas']);
  const hiddenMembers = hiddenMembersIn(document);
  const plan = planShapes(document, schemas, hiddenMembers);
  const rewrite = rewriterOf(hiddenMembers, plan);
  const shaped = Object.entries(schemas).flatMap(([name, schema]): [string, Json][] => {
    const second = plan.requestNames.get(name);
    // What no operation uses keeps all its members.
    const side = SIDES.find((it) => plan.used[it].has(name));
    const first: [string, Json] = [name, rewrite(schema, side)];
    if (second === undefined) return [first];
    return [first, [second, forRequests(name, objectOf(rewrite(schema, 'request')))]];
  });
  const mapped = mapSchemas(document, rewrite);
  return {
    ...mapped,
    components: {
      ...objectOf(mapped['components']),
      ...('schemas' in components && { schemas: Object.fromEntries(shaped) }),
    },
  };
}

const SIDES = ['answer', 'request'] as const;

interface Plan {
  readonly used: Readonly<Record<Side, ReadonlySet<string>>>;
  /** Names of the second schemas, by the names of the first. */
  readonly requestNames: ReadonlyMap<string, string>;
}

function planShapes(document: JsonObject, schemas: JsonObject, hiddenMembers: HiddenMembers): Plan {
  const roots = { request: new Set<string>(), answer: new Set<string>() };
  mapSchemas(document, (schema, side) => {
    for (const name of referredNames(schemas, schema)) roots[side].add(name);
    return schema;
  });
  const graph = graphOf(schemas);
  const used = {
    request: reachableNames(graph, roots.request),
    answer: reachableNames(graph, roots.answer),
  };
  const marked = Object.keys(schemas).filter((name) =>
    hasHidden(hiddenMembers, schemas[name] ?? {}),
  );
  const affected = reachableNames(reversed(graph), marked);
  const requestNames = new Map<string, string>();
  const taken = new Set(Object.keys(schemas));
  for (const name of Object.keys(schemas)) {
    if (!affected.has(name) || !used.request.has(name) || !used.answer.has(name)) continue;
    const second = unusedName(`${name}Request`, taken);
    taken.add(second);
    requestNames.set(name, second);
  }
  return { used, requestNames };
}

/** Whether anything inside of a schema, references aside, is written by one side only. */
function hasHidden(hiddenMembers: HiddenMembers, schema: Json): boolean {
  let found = false;
  const visit = (node: Json): Json => {
    found ||= hiddenMembers.isIn(node);
    if (!found && isObject(node)) mapSubschemas(node, visit);
    return node;
  };
  visit(schema);
  return found;
}

function unusedName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  return name;
}

type Rewrite = (schema: Json, side: Side | undefined) => Json;

function rewriterOf(hiddenMembers: HiddenMembers, { requestNames }: Plan): Rewrite {
  const referTo = (ref: string, name: string | undefined, side: Side | undefined): string => {
    const second = name !== undefined && side === 'request' ? requestNames.get(name) : undefined;
    if (second === undefined) return ref;
    const [head = '', components = '', section = '', , ...rest] = ref.split('/');
    return [head, components, section, second, ...rest].join('/');
  };
  const rewrite = (schema: Json, side: Side | undefined, outer: ReadonlySet<string>): Json => {
    if (!isObject(schema)) return schema;
    const own = side === undefined ? NONE : hiddenMembers.of(schema, side);
    const hidden = new Set([...outer, ...own]);
    const { $ref } = schema;
    const copy = mapSubschemas(withoutMembers(schema, hidden), (it, keyword) =>
      rewrite(it, side, IN_PLACE.has(keyword) ? hidden : NONE),
    );
    return {
      ...copy,
      ...(typeof $ref === 'string' && { $ref: referTo($ref, schemaNameOf($ref), side) }),
    };
  };
  return (schema, side) => rewrite(schema, side, NONE);
}

const NONE: ReadonlySet<string> = new Set();

function forRequests(name: string, schema: JsonObject): JsonObject {
  const description = stringOf(schema['description']);
  const note = `\`${name}\` as a request holds it: without what only an answer tells.`;
  return { ...schema, description: description ? `${description}\n\n${note}` : note };
}
