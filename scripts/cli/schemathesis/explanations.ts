import { dirname, join } from 'node:path';
import type { ApiModel } from '../../model/api-model.ts';
import { checkShape } from '../../load/check-shape.ts';
import { parseYaml } from '../../load/yaml-source.ts';
import {
  EXPLANATIONS_SHAPE,
  toExplanations,
  type KnownExplanation,
} from '../../schemathesis/explanations.ts';
import type { Io } from '../io.ts';

const FILE = 'schemathesis.yaml';

/** The explanations that stand beside a description; none where it has no such file. */
export async function readExplanations(io: Io, api: ApiModel): Promise<KnownExplanation[]> {
  const path = join(dirname(api.source), FILE);
  if (!(await io.exists(path))) return [];
  const { value, locate } = parseYaml(await io.readText(path), path);
  checkShape({ name: FILE, value, shape: EXPLANATIONS_SHAPE, locate });
  return toExplanations(api, value, locate);
}
