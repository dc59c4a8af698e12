import ts from 'typescript';
import type { OutputFile } from '../base/output-file.ts';
import {
  neighboursOf,
  parseModule,
  relativeOf,
  withOrigins,
  type JoinedModule,
} from './joined-module.ts';

/**
 * One TypeScript module of several: the entry, and whatever it imports of the others, each after what it needs itself.
 * Only the entry and the modules of `open` export what they declare. A name that means two things in two modules gets a
 * number in one of them.
 */
export function joinModules(
  entry: string,
  files: readonly OutputFile[],
  open: ReadonlySet<string>,
): string {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const modules = new Map<string, JoinedModule>();
  const visit = (path: string): void => {
    if (modules.has(path)) return;
    const text = texts.get(path);
    if (text === undefined) throw new Error(`no module ${path}`);
    const module = parseModule(path, text);
    for (const it of neighboursOf(path, module.source)) visit(it);
    modules.set(path, withOrigins(module, modules));
  };
  visit(entry);
  const names = nameAll(modules, new Set([...open, entry]));
  const foreign = new Map<string, { named: Set<string>; own: Set<string> }>();
  const bodies = [...modules].map(([path, module]) => {
    takePackages(module.source, foreign);
    return bodyOf(path, module, names, open.has(path) || path === entry);
  });
  const imports = [...foreign].map(([from, { named, own }]) => {
    const list = named.size > 0 ? [`{ ${[...named].toSorted().join(', ')} }`] : [];
    return `import ${[...own, ...list].join(', ')} from '${from}';\n`;
  });
  return `${imports.join('')}\n${bodies.join('\n')}`;
}

/** Adds what a module imports of packages, each name once however often it is imported. */
function takePackages(
  source: ts.SourceFile,
  foreign: Map<string, { named: Set<string>; own: Set<string> }>,
): void {
  for (const { importClause: clause, moduleSpecifier } of source.statements.filter(
    ts.isImportDeclaration,
  )) {
    if (!clause || !ts.isStringLiteral(moduleSpecifier) || moduleSpecifier.text.startsWith('.'))
      continue;
    const taken = foreign.get(moduleSpecifier.text) ?? { named: new Set(), own: new Set() };
    foreign.set(moduleSpecifier.text, taken);
    if (clause.name) taken.own.add(clause.name.text);
    const bindings = clause.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    for (const it of bindings.elements) {
      const isType = clause.isTypeOnly || it.isTypeOnly;
      taken.named.add(`${isType ? 'type ' : ''}${it.getText().replace(/^type /, '')}`);
    }
  }
}

type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What each name that a module declares is called in the whole: its own, where no other module says it. */
function nameAll(modules: ReadonlyMap<string, JoinedModule>, open: ReadonlySet<string>): Names {
  const taken = new Set([...modules.values()].flatMap(({ mentioned }) => [...mentioned]));
  const names = new Map<string, ReadonlyMap<string, string>>();
  for (const [path, { declared }] of modules) {
    const own = [...declared].map((name): [string, string] => {
      const isElsewhere = [...modules].some(
        ([other, { mentioned, imported }]) =>
          other !== path && mentioned.has(name) && imported.get(name)?.path !== path,
      );
      if (!isElsewhere || open.has(path)) return [name, name];
      let number = 2;
      while (taken.has(`${name}_${number}`)) number += 1;
      taken.add(`${name}_${number}`);
      return [name, `${name}_${number}`];
    });
    names.set(path, new Map(own));
  }
  return names;
}

/** A module without its imports, with the names of the whole; what it exports stays exported where it is open. */
function bodyOf(
  path: string,
  { source, imported }: JoinedModule,
  names: Names,
  isOpen: boolean,
): string {
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const called = (name: string): string => {
    const from = imported.get(name);
    return from
      ? (names.get(from.path)?.get(from.name) ?? from.name)
      : (names.get(path)?.get(name) ?? name);
  };
  const rename = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const text = called(node.text);
      if (text !== node.text && !isMemberName(node)) {
        const isShort = isShorthand(node);
        edits.push({
          from: node.getStart(),
          to: node.end,
          text: isShort ? `${node.text}: ${text}` : text,
        });
      }
    }
    ts.forEachChild(node, rename);
  };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      edits.push({ from: statement.getStart(), to: statement.end, text: '' });
    } else if (ts.isExportDeclaration(statement)) {
      const text = isOpen ? reexportOf(path, statement, names, called) : '';
      edits.push({ from: statement.getStart(), to: statement.end, text });
    } else {
      const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
      const exported = modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      if (exported && !isOpen)
        edits.push({ from: exported.getStart(), to: exported.end + 1, text: '' });
      rename(statement);
    }
  }
  return edits
    .toSorted((left, right) => right.from - left.from)
    .reduce(
      (text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to),
      source.text,
    )
    .replace(/^\s+/, '');
}

/** `export { a } from './b.ts'` as it is where `a` stands in the same module. */
function reexportOf(
  path: string,
  { exportClause, moduleSpecifier, isTypeOnly }: ts.ExportDeclaration,
  names: Names,
  called: (name: string) => string,
): string {
  if (!exportClause || !ts.isNamedExports(exportClause)) return '';
  const from = moduleSpecifier && relativeOf(path, moduleSpecifier);
  const parts = exportClause.elements.map(({ name, propertyName, isTypeOnly: isType }) => {
    const own = (propertyName ?? name).text;
    const whole = from === undefined ? called(own) : (names.get(from)?.get(own) ?? own);
    return `${isType ? 'type ' : ''}${whole === name.text ? whole : `${whole} as ${name.text}`}`;
  });
  return `export ${isTypeOnly ? 'type ' : ''}{ ${parts.join(', ')} };`;
}

/** Whether an identifier names a member of something, and refers to nothing. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  if (ts.isTypePredicateNode(parent) || ts.isNamedTupleMember(parent))
    return ts.isNamedTupleMember(parent) && parent.name === node;
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isGetAccessorDeclaration(parent) ||
    ts.isSetAccessorDeclaration(parent);
  return isMember && parent.name === node;
}

function isShorthand(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node;
  return (
    ts.isBindingElement(parent) &&
    ts.isObjectBindingPattern(parent.parent) &&
    parent.name === node &&
    parent.propertyName === undefined &&
    !parent.dotDotDotToken
  );
}
