import ts from 'typescript';

/**
 * TypeScript follows a member of an interface at once, so that `schemas: { List: components["schemas"]["List"][] }`
 * is no type. By an alias the same is one: schemas that lead back to themselves without a property in between get
 * an alias each.
 */
export function withAliases(nodes: readonly ts.Node[]): readonly ts.Node[] {
  const schemas = schemaMembers(nodes);
  const recursive = recursiveNames(schemas);
  if (recursive.size === 0) return nodes;
  const taken = new Set([...nodes].flatMap((it) => (isNamed(it) ? [it.name.text] : [])));
  const aliases = new Map<string, string>();
  for (const name of recursive) {
    let alias = `Recursive${name.replaceAll(/\W/g, '')}`;
    while (taken.has(alias)) alias += '_';
    taken.add(alias);
    aliases.set(name, alias);
  }
  const declared = [...aliases].flatMap(([name, alias]) => {
    const type = schemas.get(name)?.type;
    return type ? [declare(alias, renamed(type, aliases))] : [];
  });
  const types = new Map([...aliases].map(([name, alias]) => [schemas.get(name)?.type, alias]));
  const pointed = nodes.map((node) =>
    visit(node, (it) => {
      const alias = types.get(it as ts.TypeNode);
      return alias === undefined ? undefined : referTo(alias);
    }),
  );
  return [...pointed, ...declared];
}

type SchemaMembers = ReadonlyMap<string, ts.PropertySignature>;

/** The members of `components["schemas"]`, by their names. */
function schemaMembers(nodes: readonly ts.Node[]): SchemaMembers {
  const components = nodes.find(
    (it) => ts.isInterfaceDeclaration(it) && it.name.text === 'components',
  );
  const members = components && ts.isInterfaceDeclaration(components) ? components.members : [];
  const schemas = members.find((it) => nameOf(it) === 'schemas');
  const type = schemas && ts.isPropertySignature(schemas) ? schemas.type : undefined;
  const named = type && ts.isTypeLiteralNode(type) ? type.members : [];
  return new Map(
    [...named].filter(ts.isPropertySignature).map((member) => [nameOf(member) ?? '', member]),
  );
}

/** Those that lead back to themselves, and no property or parameter stands in between. */
function recursiveNames(schemas: SchemaMembers): ReadonlySet<string> {
  const next = new Map(
    [...schemas].map(([name, { type }]) => [name, type ? namesAtOnce(type) : new Set<string>()]),
  );
  return new Set(
    [...schemas.keys()].filter((name) => {
      const reached = new Set(next.get(name));
      // A set gives out what is added while it is gone through.
      for (const it of reached) for (const further of next.get(it) ?? []) reached.add(further);
      return reached.has(name);
    }),
  );
}

function namesAtOnce(type: ts.Node, found = new Set<string>()): Set<string> {
  const name = schemaNamed(type);
  if (name !== undefined) found.add(name);
  else if (!ts.isTypeLiteralNode(type)) ts.forEachChild(type, (it) => void namesAtOnce(it, found));
  return found;
}

/** The name in `components["schemas"]["Name"]`. */
function schemaNamed(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node)) return undefined;
  const { objectType: schemas, indexType } = node;
  if (!ts.isIndexedAccessTypeNode(schemas) || textIn(schemas.indexType) !== 'schemas') {
    return undefined;
  }
  const { objectType: root } = schemas;
  const isRoot = ts.isTypeReferenceNode(root) && ts.isIdentifier(root.typeName);
  return isRoot && root.typeName.text === 'components' ? textIn(indexType) : undefined;
}

function renamed(type: ts.TypeNode, aliases: ReadonlyMap<string, string>): ts.TypeNode {
  return visit(type, (it) => {
    const alias = aliases.get(schemaNamed(it) ?? '');
    return alias === undefined ? undefined : referTo(alias);
  });
}

/** A copy of a node in which some are replaced by others. */
function visit<Node extends ts.Node>(
  node: Node,
  replace: (node: ts.Node) => ts.Node | undefined,
): Node {
  const { transformed } = ts.transform(node, [
    (context) => (root) => {
      const visitor = (it: ts.Node): ts.Node =>
        replace(it) ?? ts.visitEachChild(it, visitor, context);
      // A node is replaced by one of the same kind: a type by a type.
      return visitor(root) as Node;
    },
  ]);
  return transformed[0] ?? node;
}

function referTo(alias: string): ts.TypeReferenceNode {
  return ts.factory.createTypeReferenceNode(alias);
}

function declare(alias: string, type: ts.TypeNode): ts.TypeAliasDeclaration {
  return ts.factory.createTypeAliasDeclaration(undefined, alias, undefined, type);
}

function isNamed(node: ts.Node): node is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function nameOf({ name }: ts.TypeElement): string | undefined {
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}

function textIn(type: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)
    ? type.literal.text
    : undefined;
}
