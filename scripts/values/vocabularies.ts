import { objectOf, stringOf } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { ASSERTIONS } from './keywords-assert.ts';
import type { Resolver } from './resolve.ts';

const VALIDATION = 'https://json-schema.org/draft/2020-12/vocab/validation';

/**
 * Which keywords the `$schema` of a schema's resource lets mean something (JSON Schema 2020-12, core,
 * section 8.1.2): those of validation mean nothing where it is known and leaves that vocabulary out.
 */
export function keywordsInUse(resolver: Resolver, pointer: Pointer): (keyword: string) => boolean {
  const dialect = stringOf(objectOf(resolver.nodeAt(resolver.resourceAt(pointer)))['$schema']);
  const metaschema = dialect === undefined ? undefined : resolver.follow(dialect, pointer)?.node;
  const vocabularies = objectOf(metaschema)['$vocabulary'];
  if (vocabularies === undefined || Object.hasOwn(objectOf(vocabularies), VALIDATION)) {
    return () => true;
  }
  return (keyword) => !ASSERTIONS.has(keyword);
}
