import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { pointerOf } from '../base/json-pointer.ts';
import { toRedoclyFindings } from '../lint/redocly-findings.ts';
import { hasNamedSchemas } from '../load/bundle-sources.ts';
import type { Io } from './io.ts';
import { redocly } from './redocly.ts';

/**
 * What Redocly finds in a description. It follows no `$id`, `$anchor` or `$dynamicRef`, so one that has
 * them it reads as one document in which they are pointers; its findings lead to the handwritten lines.
 */
export async function lintWithRedocly(
  io: Io,
  api: ApiModel,
  options: readonly string[],
): Promise<Finding[]> {
  const lint = async (file: string, ...more: readonly string[]) =>
    toRedoclyFindings(file, await redocly(io, ['lint', file, ...options, ...more]));
  if (!hasNamedSchemas(api.files.values())) return await lint(api.source);
  const file = `reports/lint/${api.name}.json`;
  try {
    await io.writeText(file, JSON.stringify(api.document, undefined, 1));
    const findings = (await lint(file, ...SKIPPED)).filter((it) => !isAboutDefinition(it));
    const placed = findings.map((it): Finding => {
      const at = pointerOf(it.at);
      return { ...it, at, location: api.locate(at) };
    });
    // Of a schema that is copied for each way to it, every copy has the same to say.
    return [...new Map(placed.map((it) => [sayingOf(it), it])).values()];
  } finally {
    await io.remove(file);
  }
}

/** In one document no two components have one name. */
const SKIPPED = ['--skip-rule', 'component-name-unique'];

/** What a `$dynamicRef` stood for in the author's text has no reference to it any more. */
function isAboutDefinition({ rule, at }: Finding): boolean {
  return rule === 'no-unused-components' && at.includes('/$defs/');
}

function sayingOf({ rule, message, location: { file, line, column } }: Finding): string {
  return `${rule} ${file}:${line}:${column} ${message}`;
}
