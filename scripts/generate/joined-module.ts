import { posix } from 'node:path';
import ts from 'typescript';

/** A module, and what its names are to be called where all stand in one. */
export interface JoinedModule {
  readonly source: ts.SourceFile;
  /** Names that it declares for all of itself. */
  readonly declared: ReadonlySet<string>;
  /** What it imports from other modules here, by the name that it has for it. */
  readonly imported: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
  /** What it hands on of other modules, by the name that it has there. */
  readonly handedOn: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
  /** Every name that it mentions. */
  readonly mentioned: ReadonlySet<string>;
}

/** Reads what a module declares, takes and hands on. */
export function parseModule(path: string, text: string): JoinedModule {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imported = new Map<string, { path: string; name: string }>();
  const declared = new Set<string>();
  const handedOn = new Map<string, { path: string; name: string }>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = relativeOf(path, statement.moduleSpecifier);
      const bindings = statement.importClause?.namedBindings;
      if (from === undefined || !bindings || !ts.isNamedImports(bindings)) continue;
      for (const { name, propertyName } of bindings.elements) {
        imported.set(name.text, { path: from, name: (propertyName ?? name).text });
      }
    } else if (ts.isExportDeclaration(statement)) {
      const { exportClause: clause, moduleSpecifier } = statement;
      const from = moduleSpecifier && relativeOf(path, moduleSpecifier);
      if (from === undefined || !clause || !ts.isNamedExports(clause)) continue;
      for (const { name, propertyName } of clause.elements) {
        handedOn.set(name.text, { path: from, name: (propertyName ?? name).text });
      }
    } else for (const name of namesIn(statement)) declared.add(name);
  }
  const mentioned = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) mentioned.add(node.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return { source, declared, imported, handedOn, mentioned };
}

/** A module that imports each name from where it is declared, whoever hands it on. */
export function withOrigins(
  module: JoinedModule,
  modules: ReadonlyMap<string, JoinedModule>,
): JoinedModule {
  const imported = [...module.imported].map(([local, { path, name }]) => {
    const origin = modules.get(path)?.handedOn.get(name) ?? { path, name };
    return [local, origin] as const;
  });
  return { ...module, imported: new Map(imported) };
}

/** Paths of the modules beside it that it imports, or hands on. */
export function neighboursOf(path: string, source: ts.SourceFile): string[] {
  return source.statements.flatMap((it) => {
    const from =
      ts.isImportDeclaration(it) || ts.isExportDeclaration(it) ? it.moduleSpecifier : undefined;
    return (from && relativeOf(path, from)) ?? [];
  });
}

/** The path that an import of a neighbour leads to; undefined for that of a package. */
export function relativeOf(path: string, specifier: ts.Expression): string | undefined {
  if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return undefined;
  return posix.join(posix.dirname(path), specifier.text);
}

function namesIn(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}
