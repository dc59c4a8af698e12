import { astToString } from 'openapi-typescript';
import ts from 'typescript';
import type { ApiModel } from '../model/api-model.ts';
import type { JsonObject } from '../base/json.ts';
import { pointerOf, tokensOf, valueAt } from '../base/json-pointer.ts';
import { UserError } from '../base/user-error.ts';
import { withConstraintTags } from './constraint-tags.ts';
import { toShapes } from './shapes/to-shapes.ts';
import { toTypeNodes } from './to-type-nodes.ts';
import { exactTypeOfSchema, typeOfSchema } from './type-of-schema.ts';
import { withAliases } from './with-aliases.ts';

interface TypeOptions {
  /** The API as types are made of it, where it is known already. */
  readonly shapes?: JsonObject | undefined;
  /** Whether integers of 64 bits may be bigints. */
  readonly hasBigints?: boolean | undefined;
}

/** The types of an API, by openapi-typescript, of its shapes. */
export function renderTypes(
  api: ApiModel,
  { shapes = toShapes(api), hasBigints = false }: TypeOptions = {},
): string {
  try {
    const nodes = toTypeNodes(withConstraintTags(shapes), {
      transform: hasBigints ? exactTypeOfSchema : typeOfSchema,
      postTransform: (type, { path = '' }) => besideInherited(type, path),
    });
    return astToString([...withAliases(nodes)]);
  } catch (cause) {
    throw toUserError(api, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** It has no words for what is no description: whatever it trips over, its message may say where. */
function toUserError({ document, locate }: ApiModel, message: string, cause: unknown): UserError {
  const [said = '#'] = /#\/[^\s:]+/.exec(message) ?? [];
  const named = pointerOf(said);
  return new UserError('no-types', `openapi-typescript makes no types of it: ${message}`, {
    at: locate(valueAt(document, named) === undefined ? '#' : named),
    hint: 'Run kiln lint on it, and correct what it finds.',
    cause,
  });
}

/**
 * Every object has a `constructor`, so that one without such a property fits a type that has it only where
 * the type takes what is inherited as well. To be told of it is right too: that is what reading it gives.
 */
function besideInherited(type: ts.TypeNode, path: string): ts.TypeNode | undefined {
  const name = tokensOf(pointerOf(path)).at(-1) ?? '';
  if (!Object.hasOwn(Object.prototype, name) || name.startsWith('__')) return undefined;
  if (path === `#/components/schemas/${name}`) return undefined;
  const inherited = ts.factory.createIndexedAccessTypeNode(
    ts.factory.createTypeReferenceNode('Object'),
    ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(name)),
  );
  return ts.factory.createUnionTypeNode([type, inherited]);
}
