import type { ApiModel, Operation } from '../../model/api-model.ts';
import { hasOneWay, toOneWayFilter } from '../../values/generate/one-way-members.ts';
import { resolverOf } from '../../values/resolve.ts';
import { isEqual } from '../../base/json.ts';
import { partsOf, withChange } from './change.ts';
import type { Draft } from './draft.ts';

/**
 * A draft without the members that no request should have (OpenAPI 3.1.1, section 4.8.24, and JSON Schema
 * 2020-12, validation, section 9.4: `readOnly`), wherever they are; the draft itself where it has none.
 */
export function withoutReadOnly(api: ApiModel, operation: Operation, draft: Draft): Draft {
  if (!hasOneWay(api.document)) return draft;
  const resolver = resolverOf(api.document);
  return partsOf(operation, draft).reduce((changed, part) => {
    const node = part.schema === undefined ? undefined : resolver.nodeAt(part.schema);
    if (part.schema === undefined || node === undefined) return changed;
    const filter = toOneWayFilter(resolver, { node, pointer: part.schema }, 'request');
    const value = filter(part.value);
    if (isEqual(value, part.value)) return changed;
    return withChange(changed, { part, keyword: 'readOnly', at: '#', value });
  }, draft);
}
