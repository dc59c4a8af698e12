import type { Finding } from '../../result/finding.ts';
import type { JsonObject } from '../../base/json.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/** What a log says about a rule. */
export interface RuleSummary {
  readonly id: string;
  readonly description: string;
}

/** A log of SARIF 2.1.0 with one run, as code scanning reads it. */
export function toSarif(
  findings: readonly Finding[],
  known: readonly RuleSummary[],
  /** More properties of each result, in the order of the findings. */
  additions: readonly JsonObject[] = [],
  /** What else there is to say of the run. */
  properties?: JsonObject,
): JsonObject {
  const texts = new Map(known.map(({ id, description }) => [id, description]));
  // Rules of the tools that lint runs have no text here; their ids are looked up in their own manuals.
  const ids = [...new Set([...texts.keys(), ...findings.map(({ rule }) => rule)])];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Kiln',
            rules: ids.map((id) => ({ id, shortDescription: { text: texts.get(id) ?? id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(properties && { properties }),
        results: findings.map((finding, i) => ({ ...toResult(finding, ids), ...additions[i] })),
      },
    ],
  };
}

function toResult({ rule, severity, at, location, message }: Finding, ids: string[]): JsonObject {
  const { file, line, column } = location;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity === 'error' ? 'error' : 'warning',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(file) },
          region: { startLine: line, startColumn: column },
        },
        logicalLocations: [{ fullyQualifiedName: at }],
      },
    ],
  };
}

/** A URI reference: relative as the path is, each segment encoded (SARIF 2.1.0, section 3.4.3). */
function toUri(file: string): string {
  const path = file.split('/').map(encodeComponent).join('/');
  return file.startsWith('/') ? `file://${path}` : path;
}
