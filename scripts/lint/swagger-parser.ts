import SwaggerParser from '@apidevtools/swagger-parser';
import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { arrayOf, objectOf, stringOf, textOf, type JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { resolveThrough } from './references.ts';

/** A second opinion, from OpenAPI's own JSON Schema: each error at the handwritten line it is about. */
export async function validateWithSwaggerParser(api: ApiModel): Promise<Finding[]> {
  // It resolves references in place, hence the clone; its types want a valid document.
  const clone = structuredClone(api.document) as unknown as SwaggerParser['api'];
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
    // An `if` only repeats that its `then` or `else` failed.
    const causes = details.filter(({ keyword }) => keyword !== 'if');
    const findings = causes.map((detail) => {
      const at = resolveThrough(api.document, `#${stringOf(detail['instancePath']) ?? ''}`);
      return toFinding(api, at, wordsFor(detail));
    });
    return [...new Map(findings.map((it) => [`${it.at} ${it.message}`, it])).values()];
  }
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
