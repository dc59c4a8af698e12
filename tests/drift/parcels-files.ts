import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPENAPI = `openapi: 3.1.0
info: {title: Parcels, version: '2'}
servers: [{url: 'https://api.parcels.example/v2'}]
paths:
  /parcels:
    get:
      operationId: listParcels
      x-evidence: [PARCELS-007]
      responses: {'200': {description: All.}}
`;

/** A description without much in it, and the ledger of the invented document. */
export function parcelsFiles(): Record<string, string> {
  const ledger = readFileSync(join(import.meta.dirname, 'documents/evidence.yaml'), 'utf8');
  return {
    'specs/parcels/openapi.yaml': OPENAPI,
    'specs/parcels/evidence.yaml': ledger,
  };
}
