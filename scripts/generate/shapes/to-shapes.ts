import type { JsonObject } from '../../base/json.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { asThreeOne } from '../../model/as-three-one.ts';
import { selfContained } from '../../model/self-contained.ts';
import { withNamedDefinitions } from './named-definitions.ts';
import { withDiscriminatorValues } from './with-discriminator-values.ts';
import { withPlainSchemas } from './with-plain-schemas.ts';
import { withShapes } from './with-shapes.ts';

/** The description of an API as types are made of it: one document of plain schemas, each side with its own. */
export function toShapes({ document }: Pick<ApiModel, 'document'>): JsonObject {
  const whole = withNamedDefinitions(selfContained(asThreeOne(document)));
  return withPlainSchemas(withShapes(withDiscriminatorValues(whole)));
}
