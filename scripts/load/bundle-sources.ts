import { isObject, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { append, fragmentOf, tokensOf, type Pointer } from '../base/json-pointer.ts';
import { roleBelow, type Role } from '../model/description-nodes.ts';
import { aliasesIn, newComponentNames, sectionOf, withComponents } from './component-names.ts';
import { newDynamicScopes, NO_SCOPE, type DynamicScope } from './dynamic-scope.ts';
import { toTrace } from './source-map.ts';
import { NAMES, spelled, throughAliases } from './schema-names.ts';
import { findTarget, keyOf, valueOf, type SourceNode, type Sources } from './sources.ts';

/** A description in one document, and the handwritten node behind each pointer of it. */
interface Bundle {
  readonly document: JsonObject;
  readonly trace: (pointer: Pointer) => SourceNode;
}

/** A handwritten node that is being copied, to where, and on which way it was reached. */
interface Copying {
  readonly node: Json;
  readonly from: SourceNode;
  readonly to: Pointer;
  readonly role: Role;
  readonly scope: DynamicScope;
  /** The nodes whose content stands in place of a reference around here. */
  readonly inlined: readonly string[];
}

interface Bundling {
  readonly root: string;
  readonly sources: Sources;
  readonly scopes: ReturnType<typeof newDynamicScopes>;
  readonly claimName: ReturnType<typeof newComponentNames>;
  /** Where a node of another file, reached on a way that matters, stands in the bundle. */
  readonly homes: Map<string, Pointer>;
  /** The components that are still to be copied. */
  readonly waiting: Copying[];
  readonly jumps: Map<Pointer, SourceNode>;
}

/**
 * Makes one document of the files of a description in which every reference is a pointer, so that
 * programs that know no `$id`, `$anchor` or `$dynamicRef` understand it (JSON Schema 2020-12, core,
 * section 8.2). A schema that means something else on each way to it is copied for each.
 */
export function bundleSources(root: string, sources: Sources): Bundle {
  const top: SourceNode = { file: root, tokens: [] };
  const node = valueOf(top, sources);
  const bundling: Bundling = {
    root,
    sources,
    scopes: newDynamicScopes(sources),
    claimName: newComponentNames(node),
    homes: new Map(),
    waiting: [],
    jumps: new Map([['#', top]]),
  };
  for (const { pointer, ref } of aliasesIn(node)) {
    const target = findTarget(ref, { file: root, tokens: tokensOf(pointer) }, sources);
    const key = target && target.file !== root ? keyOf(target) : undefined;
    if (key !== undefined && !bundling.homes.has(key)) bundling.homes.set(key, pointer);
  }
  const start = { node, from: top, to: '#', role: 'object', scope: NO_SCOPE, inlined: [] } as const;
  const copied = copy(start, bundling);
  const added: [Pointer, Json][] = [];
  for (let it = bundling.waiting.shift(); it; it = bundling.waiting.shift()) {
    added.push([it.to, copy(it, bundling)]);
  }
  return {
    document: withComponents(isObject(copied) ? copied : {}, added),
    trace: toTrace(bundling.jumps, root),
  };
}

/** Whether the files of a description name schemas in a way that needs more than pointers. */
export function hasNamedSchemas(texts: Iterable<string>): boolean {
  return [...texts].some((text) => NAMING.test(text));
}

const NAMING = /\$(?:id|anchor|dynamicAnchor|dynamicRef)\b/;

function copy(it: Copying, bundling: Bundling): Json {
  const { node, from, role } = it;
  if (Array.isArray(node)) {
    return (node as readonly Json[]).map((item, index) =>
      copy(below(it, String(index), item, role), bundling),
    );
  }
  if (!isObject(node)) return node;
  if (role === 'schema') return copySchema(it, node, bundling);
  const ref = role === 'object' ? stringOf(node['$ref']) : undefined;
  const target = ref === undefined ? undefined : findTarget(ref, from, bundling.sources);
  return target
    ? copyReference(it, node, target, bundling)
    : Object.fromEntries(Object.entries(node).map((member) => copyMember(it, member, bundling)));
}

function copyMember(it: Copying, [key, child]: [string, Json], bundling: Bundling): [string, Json] {
  const role = roleBelow(it.role, key, child);
  return [key, role ? copy(below(it, key, child, role), bundling) : child];
}

/** A Reference Object, or a Path Item Object that refers (OpenAPI 3.1.1, sections 4.8.23 and 4.8.9.1). */
function copyReference(
  it: Copying,
  node: JsonObject,
  target: SourceNode,
  bundling: Bundling,
): Json {
  if (target.file === bundling.root)
    return { ...node, $ref: fragmentOf(append('#', ...target.tokens)) };
  const section =
    sectionOf(it.to) ?? (it.inlined.includes(keyOf(target)) ? 'pathItems' : undefined);
  const home =
    section === undefined ? it.to : homeOf({ target, section, role: 'object' }, bundling);
  if (home !== it.to) return { ...node, $ref: fragmentOf(home) };
  const content = copyContent(it, target, bundling);
  if (!isObject(content)) return content;
  const beside = Object.entries(node).filter(([key]) => key !== '$ref');
  return {
    ...content,
    ...Object.fromEntries(beside.map((each) => copyMember(it, each, bundling))),
  };
}

/** What a reference leads to, in its place. */
function copyContent(it: Copying, target: SourceNode, bundling: Bundling): Json {
  bundling.jumps.set(it.to, target);
  const inlined = [...it.inlined, keyOf(target)];
  return copy({ ...it, node: valueOf(target, bundling.sources), from: target, inlined }, bundling);
}

function copySchema(it: Copying, node: JsonObject, bundling: Bundling): Json {
  const { sources, scopes } = bundling;
  const within = { ...it, scope: scopes.enter(it.scope, it.from) };
  const { $ref: ref, $dynamicRef: dynamicRef } = node;
  const found = typeof ref === 'string' ? findTarget(ref, it.from, sources) : undefined;
  // The schema of schemas is no part of the description, and every program knows it.
  const target = found && sources.has(found.file) ? found : undefined;
  const dynamic =
    typeof dynamicRef === 'string'
      ? throughAliases(
          scopes.follow(dynamicRef, it.from, within.scope),
          sources,
          (at) => scopes.enter(within.scope, at) === within.scope,
        )
      : undefined;
  const home = target && schemaHomeOf(target, within.scope, bundling);
  // The one component that is nothing but this reference.
  if (target && home === it.to) return copyContent(it, target, bundling);
  const members = Object.entries(node).flatMap((member): [string, Json][] => {
    const [key, child] = member;
    if (NAMES.has(key) && typeof child === 'string') return [];
    if (key === '$schema' && child === DIALECT) return [];
    if (key === '$ref' && home !== undefined) return [[key, spelled(home, ref)]];
    if (key === '$dynamicRef' && dynamic) return [];
    if (key === 'discriminator') return [[key, copyDiscriminator(within, child, bundling)]];
    return [copyMember(within, member, bundling)];
  });
  const copied = Object.fromEntries(members);
  return dynamic
    ? withReference(copied, fragmentOf(schemaHomeOf(dynamic, within.scope, bundling)))
    : copied;
}

/** The dialect of the document, which a schema without an `$id` may not name again (core, section 8.1.1). */
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

function withReference(schema: JsonObject, ref: string): JsonObject {
  if (!Object.hasOwn(schema, '$ref')) return { ...schema, $ref: ref };
  const all = schema['allOf'];
  return {
    ...schema,
    allOf: [...(Array.isArray(all) ? (all as readonly Json[]) : []), { $ref: ref }],
  };
}

/** Values of `mapping` are names of components, or references (OpenAPI 3.1.1, section 4.8.25.3). */
function copyDiscriminator(it: Copying, node: Json, bundling: Bundling): Json {
  const mapping = isObject(node) ? node['mapping'] : undefined;
  if (!isObject(node) || !isObject(mapping)) return node;
  const entries = Object.entries(mapping).map(([value, name]): [string, Json] => {
    const target =
      typeof name === 'string' ? findTarget(name, it.from, bundling.sources) : undefined;
    return [value, target ? fragmentOf(schemaHomeOf(target, it.scope, bundling)) : name];
  });
  return { ...node, mapping: Object.fromEntries(entries) };
}

function schemaHomeOf(target: SourceNode, scope: DynamicScope, bundling: Bundling): Pointer {
  const bound = bundling.scopes.boundOnTheWay(target, scope);
  if (target.file === bundling.root && bound.length === 0) return append('#', ...target.tokens);
  return homeOf({ target, section: 'schemas', role: 'schema', scope, bound }, bundling);
}

interface Homeless {
  readonly target: SourceNode;
  readonly section: string;
  readonly role: Role;
  readonly scope?: DynamicScope;
  /** The schemas that stand for names of dynamic anchors in the target. */
  readonly bound?: readonly SourceNode[];
}

/** Where the copy of a node stands among the components; one that has none yet is given it. */
function homeOf(
  { target, section, role, scope = NO_SCOPE, bound = [] }: Homeless,
  bundling: Bundling,
): Pointer {
  const { homes, waiting, jumps, sources, claimName } = bundling;
  const key = [target, ...bound].map(keyOf).join(' ');
  const known = homes.get(key);
  if (known !== undefined) return known;
  const to = claimName(
    section,
    target,
    bound.map((it) => throughAliases(it, sources) ?? it),
  );
  homes.set(key, to);
  jumps.set(to, target);
  waiting.push({ node: valueOf(target, sources), from: target, to, role, scope, inlined: [] });
  return to;
}

function below(it: Copying, key: string, node: Json, role: Role): Copying {
  const from = { file: it.from.file, tokens: [...it.from.tokens, key] };
  return { ...it, node, from, to: append(it.to, key), role };
}
