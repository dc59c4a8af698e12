import SwaggerParser from '@apidevtools/swagger-parser';
import type { ApiModel } from '../model/api-model.ts';
import { roleBelow, type Role } from '../model/description-nodes.ts';
import type { Finding } from '../result/finding.ts';
import { arrayOf, objectOf, stringOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { resolveThrough } from './references.ts';

/** A second opinion, from OpenAPI's own JSON Schema: each error at the handwritten line it is about. */
export async function validateWithSwaggerParser(api: ApiModel): Promise<Finding[]> {
  // It knows no newer version.
  if (textOf(api.document['openapi']).startsWith('3.2')) return [];
  // It resolves references in place, hence the clone; its types want a valid document.
  const clone = withoutSchemas(api.document) as unknown as SwaggerParser['api'];
  try {
    await SwaggerParser.validate(clone, {
      resolve: { external: false },
      // Schemas that each lead to others twice would become a tree too large to walk.
      dereference: { excludedPathMatcher: (path) => /\/schemas?(?:\/|$)/.test(path) },
    });
    return [];
  } catch (error) {
    const details = arrayOf(objectOf(error)['details']).map(objectOf);
    if (details.length === 0) return [toFinding(api, '#', messageOf(error))];
    const causes = details.filter((it) => !isRepeating(it) && !isMistaken(it));
    const findings = causes.map((detail) => {
      const at = resolveThrough(api.document, `#${stringOf(detail['instancePath']) ?? ''}`);
      return toFinding(api, at, wordsFor(detail));
    });
    return [...new Map(findings.map((it) => [`${it.at} ${it.message}`, it])).values()];
  }
}

/** Whether an error only repeats that something in it failed, or asks for a `$ref` where one might stand. */
function isRepeating({ keyword, params }: JsonObject): boolean {
  if (keyword === 'required') return objectOf(params)['missingProperty'] === '$ref';
  return keyword === 'if' || keyword === 'oneOf' || keyword === 'anyOf';
}

/**
 * Whether the JSON Schema of OpenAPI forbids what its text allows: parameters of a link are of any type (3.1.1, section
 * 4.8.20), and the text is what counts (section 4.1).
 */
function isMistaken({ keyword, instancePath }: JsonObject): boolean {
  return keyword === 'type' && /\/links\/[^/]+\/parameters\/[^/]+$/.test(textOf(instancePath));
}

/**
 * A copy whose schemas say nothing: of a schema it asks only whether it is an object, but would unfold
 * every reference in it, which takes for ever where two of them lead to two more.
 */
function withoutSchemas(node: Json, role: Role = 'object'): Json {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) {
    return (node as readonly Json[]).map((item) => withoutSchemas(item, role));
  }
  if (role === 'schema') return {};
  const members = Object.entries(node).map(([key, child]): [string, Json] => {
    const below = roleBelow(role, key, child);
    return [key, below ? withoutSchemas(child, below) : structuredClone(child)];
  });
  return Object.fromEntries(members);
}

function toFinding(api: ApiModel, at: Pointer, message: string): Finding {
  return { rule: 'swagger-parser', severity: 'error', at, location: api.locate(at), message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function wordsFor({ message, params }: JsonObject): string {
  const { unevaluatedProperty, additionalProperty } = objectOf(params);
  const extra = stringOf(unevaluatedProperty ?? additionalProperty);
  return `${textOf(message)}${extra === undefined ? '' : `: ${extra}`}`;
}
