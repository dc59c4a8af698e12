import {
  arrayOf,
  isObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { tokensOf, type Pointer } from '../../base/json-pointer.ts';
import { METHODS } from '../../model/api-model.ts';
import type { Claim } from '../../model/evidence.ts';
import { constraintsOf } from '../../model/constraints.ts';
import { CONCLUSIONS, MARK, type Conclusion } from '../marks.ts';
import { rewrite } from './rewrite.ts';

/** A claim of a sketch, and the section that it stands in. */
export interface SketchClaim extends Pick<Claim, 'id' | 'status' | 'says' | 'because'> {
  readonly section: string | undefined;
}

export interface Cited {
  readonly document: JsonObject;
  readonly claims: readonly SketchClaim[];
}

/** Gives a description its evidence: each part rests on what its source says, or on the conclusion that it was marked with. */
export function cite(document: JsonObject, prefix: string): Cited {
  const claims = new Map<string, SketchClaim>();
  const claim = (key: string, make: () => Omit<SketchClaim, 'id'>): string => {
    const known = claims.get(key);
    if (known) return known.id;
    const id = `${prefix}-${`${claims.size + 1}`.padStart(3, '0')}`;
    claims.set(key, { id, ...make() });
    return id;
  };
  const concluded = (name: string): string =>
    claim(`because ${name}`, () => {
      const { says, because } = CONCLUSIONS[name as Conclusion];
      return { status: 'inferred', says, because, section: undefined };
    });
  const stated = (pointer: Pointer): string => {
    const { section, says } = sectionOf(pointer);
    return claim(says, () => ({ status: 'documented', says, because: undefined, section }));
  };
  const unstated = (): string =>
    claim('limits', () => ({
      status: 'unstated',
      says: 'How long lists in requests may be is not stated.',
      because: undefined,
      section: undefined,
    }));
  const first = [stated('#')];
  const cited = rewrite(document, (node, pointer, isSchema) => {
    const { [MARK]: marks, ...plain } = node;
    const own = arrayOf(marks).map((it) => concluded(textOf(it)));
    if ('$ref' in plain && !isSchema) return plain;
    if (isSchema) return citeSchema(plain, own, { stated: () => stated(pointer), unstated });
    if (!isBackedPart(plain, pointer)) {
      if (
        plain['required'] === true &&
        plain['in'] !== 'path' &&
        !('x-evidence' in plain) &&
        ('content' in plain || 'in' in plain)
      ) {
        return { ...plain, 'x-evidence': { required: [stated(pointer)] } };
      }
      return own.length > 0 ? { ...plain, 'x-evidence': own } : plain;
    }
    const isConclusion = /\/responses\/[^/]+$/.test(pointer) && own.length > 0;
    return { ...plain, 'x-evidence': isConclusion ? own : [stated(pointer), ...own] };
  });
  const info = objectOf(cited['info']);
  const whole = { ...cited, info: { ...info, 'x-evidence': first } };
  return { document: whole, claims: [...claims.values()] };
}

function citeSchema(
  node: JsonObject,
  own: readonly string[],
  { stated, unstated }: { readonly stated: () => string; readonly unstated: () => string },
): JsonObject {
  const evidence: Record<string, Json> = Object.fromEntries(
    constraintsOf(node).map((it) => [it, [stated()]]),
  );
  const isList = node['type'] === 'array' || arrayOf(node['type']).includes('array');
  if (isList && !('maxItems' in node)) evidence['maxItems'] = [unstated()];
  if (own.length > 0) evidence['type' in node ? 'type' : 'description'] ??= [...own];
  return Object.keys(evidence).length > 0 ? { ...node, 'x-evidence': evidence } : node;
}

const POLICIES =
  /\/x-(rate-limits|limits|session|async|pagination|idempotency|conditional|lifecycle|veto)$|\/x-errors\/[^/]+$/;

/** Whether a node must rest on claims as a whole: operations, security schemes, refusals, policies, servers. */
function isBackedPart(node: JsonObject, pointer: Pointer): boolean {
  const tokens = tokensOf(pointer);
  const [root, , method = ''] = tokens;
  if ((root === 'paths' || root === 'webhooks') && tokens.length === 3) {
    return (METHODS as readonly string[]).includes(method) || method === 'query';
  }
  if (/^#\/servers\/\d+$/.test(pointer) || /^#\/components\/securitySchemes\/[^/]+$/.test(pointer))
    return true;
  if (POLICIES.test(pointer)) return true;
  const isResponse = /\/responses\/[^/]+$/.test(pointer) && isObject(node);
  return (
    isResponse &&
    (/\/responses\/([45]|default)/.test(pointer) || root === 'components' || MARK in node)
  );
}

/** The section of the source in which a part stands, and what the source says of it. */
function sectionOf(pointer: Pointer): { readonly section: string; readonly says: string } {
  const [root = '', name = '', method = ''] = tokensOf(pointer);
  if (root === 'paths' && (METHODS as readonly string[]).includes(method)) {
    const section = `${method.toUpperCase()} ${name}`;
    return {
      section: heading(section),
      says: `There is ${section}, with what it takes and answers.`,
    };
  }
  if (root === 'paths')
    return { section: WHOLE, says: `What holds for all operations of ${name} is described.` };
  if (root === 'webhooks') return { section: WHOLE, says: `The API sends ${name}.` };
  if (root === 'components' && name === 'securitySchemes') {
    return { section: SECURITY, says: `Requests are authorised by ${method}.` };
  }
  if (root === 'components') {
    return {
      section: COMPONENTS,
      says: `${NOUNS[name] ?? name} ${method} is described as it stands here.`,
    };
  }
  if (root === 'servers') return { section: WHOLE, says: 'The servers are those that are listed.' };
  if (root === '' || root === 'info')
    return { section: WHOLE, says: 'The API has these operations.' };
  return { section: WHOLE, says: `The API as a whole says this under ${root}.` };
}

const WHOLE = 'The whole';
const SECURITY = 'Credentials';
const COMPONENTS = 'Shared parts';

const NOUNS: Readonly<Record<string, string>> = {
  schemas: 'The schema',
  parameters: 'The parameter',
  responses: 'The response',
  requestBodies: 'The body',
  headers: 'The header',
  pathItems: 'The path',
};

/** A heading as the ledger can refer to it: `;` would end it. */
function heading(text: string): string {
  return text.replaceAll(';', ',');
}
