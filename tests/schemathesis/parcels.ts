import { readFileSync } from 'node:fs';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { readReport, type Report } from '../../scripts/schemathesis/read-report.ts';

export const PARCELS = 'tests/contract/cases/parcels/openapi.yaml';
export const ADDRESSES = new Map([['https://parcels.test/v1', 'http://127.0.0.1:9/v1']]);

export function loadParcels(): Promise<ApiModel> {
  return loadDescription(nodeIo, PARCELS);
}

/** The lines of a small report, in the form that Schemathesis writes. */
export function eventLines(): string[] {
  return readFileSync('tests/schemathesis/cases/events.ndjson', 'utf8').split('\n');
}

export function recordedReport(): Report {
  const report = readReport(eventLines());
  if (!report) throw new Error('the recorded report does not end');
  return report;
}
