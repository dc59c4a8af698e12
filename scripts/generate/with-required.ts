import { stringToAST } from 'openapi-typescript';
import ts from 'typescript';

/**
 * openapi-typescript's helper for what `allOf` requires of another schema takes a plain object only: of one that may be
 * null, or that is one of several, no member is known to it. By this each of them has those that it knows.
 */
export function withRequired(nodes: readonly ts.Node[]): readonly ts.Node[] {
  return nodes.flatMap((node) => (isHelper(node) ? ownHelper() : [node]));
}

function isHelper(node: ts.Node): boolean {
  return ts.isTypeAliasDeclaration(node) && node.name.text === 'WithRequired';
}

function ownHelper(): readonly ts.Node[] {
  return stringToAST(
    'type WithRequired<T, K extends PropertyKey> = T extends object ? T & { [P in K & keyof T]-?: T[P] } : T;',
  ) as ts.Node[];
}
