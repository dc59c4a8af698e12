import { nodeIo } from '../../scripts/cli/io.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { CLAIM_STATUSES, type ClaimStatus } from '../../scripts/model/evidence.ts';
import { type Json, type JsonObject } from '../../scripts/base/json.ts';
import type { Pointer } from '../../scripts/base/json-pointer.ts';
import { checkShape } from '../../scripts/load/check-shape.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';

/** What the documents of one API state, and where its description or its ledger says so. */
export interface FactTable {
  readonly operations: number;
  readonly webhooks: number;
  /** Ids of the operations that a request without a credential may call. */
  readonly public: readonly string[];
  readonly statuses: readonly string[];
  readonly rows: readonly Fact[];
}

export interface Fact {
  readonly kind: 'operation' | 'webhook' | 'limit' | 'auth' | 'error';
  readonly fact: string;
  /** Where in the bundled description it stands, with the value `is`. */
  readonly pointer?: Pointer;
  readonly is?: Json;
  /** What it rests on; without a pointer, what refuses it, leaves it open or keeps it in words. */
  readonly claim?: string;
  readonly status?: ClaimStatus;
}

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;
const count = { type: 'integer', minimum: 0 } as const;

const SHAPE: JsonObject = {
  type: 'object',
  required: ['operations', 'webhooks', 'public', 'statuses', 'rows'],
  additionalProperties: false,
  properties: {
    operations: count,
    webhooks: count,
    public: texts,
    statuses: texts,
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind', 'fact'],
        anyOf: [{ required: ['pointer'] }, { required: ['claim'] }],
        dependentRequired: {
          pointer: ['is'],
          is: ['pointer'],
          claim: ['status'],
          status: ['claim'],
        },
        additionalProperties: false,
        properties: {
          kind: { enum: ['operation', 'webhook', 'limit', 'auth', 'error'] },
          fact: text,
          pointer: { type: 'string', pattern: '^#/' },
          is: true,
          claim: text,
          status: { enum: CLAIM_STATUSES },
        },
      },
    },
  },
};

/** Reads `tests/specs/facts/<api>.yaml`. */
export async function readFacts({ name }: ApiModel): Promise<FactTable> {
  const file = `tests/specs/facts/${name}.yaml`;
  const { value, locate } = parseYaml(await nodeIo.readText(file), file);
  checkShape({ name: file, value, shape: SHAPE, locate });
  return value as unknown as FactTable;
}
