import { objectOf, textOf, type JsonObject } from '../../base/json.ts';
import { append, parentOf, tokensOf, type Pointer } from '../../base/json-pointer.ts';
import type { Survey } from './survey.ts';

/**
 * A Security Requirement Object with the names of its schemes, which OpenAPI 3.2 lets be addresses too, such as
 * `#/components/securitySchemes/key` (3.2.0, section 4.30). A scheme that nobody describes can be satisfied by nobody: it
 * stays, and is told.
 */
export function soundRequirement(requirement: JsonObject, at: Pointer, survey: Survey): JsonObject {
  const known = objectOf(objectOf(survey.document['components'])['securitySchemes']);
  let isChanged = false;
  const entries = Object.entries(requirement).map(([name, scopes]) => {
    if (Object.hasOwn(known, name)) return [name, scopes] as const;
    const meant = nameAt(name, at, survey);
    if (meant === undefined) {
      survey.leave(append(at, name), 'undescribed scheme', 'no security scheme is called so', name);
    } else isChanged = true;
    return [meant ?? name, scopes] as const;
  });
  return isChanged ? Object.fromEntries(entries) : requirement;
}

const SCHEMES = '#/components/securitySchemes';

/** The name of the component to which an address leads; undefined where it leads to none. */
function nameAt(address: string, at: Pointer, { document, resolver }: Survey): string | undefined {
  if (!/^3\.2\b/.test(textOf(document['openapi']))) return undefined;
  const self = `${textOf(document['$self'])}#`;
  const ref = address.startsWith(self) ? address.slice(self.length - 1) : address;
  const pointer = resolver.follow(ref, at)?.pointer;
  if (pointer === undefined || parentOf(pointer) !== SCHEMES) return undefined;
  return tokensOf(pointer).at(-1);
}
