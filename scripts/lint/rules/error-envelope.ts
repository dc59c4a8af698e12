import type { ApiModel } from '../../model/api-model.ts';
import { tokensOf, type Pointer } from '../../base/json-pointer.ts';
import { errorsOf, isJson } from '../operations.ts';
import { nodeAt, referenceTarget } from '../references.ts';
import type { Rule } from '../rule.ts';

/** A client can explain a refusal only when every refusal has the same known shape. */
export const errorEnvelope: Rule = {
  id: 'error-envelope',
  severity: 'error',
  description:
    'Each documented 4xx, 5xx and default response has a body; where x-errors declares envelopes, its schema is one of their components.',
  *check(api) {
    const { document, operations, policies } = api;
    const envelopes = envelopesOf(api);
    const names = [...envelopes].map((pointer) => tokensOf(pointer).at(-1)).join(' or ');
    // An answer to HEAD has no body (RFC 9110, section 9.3.2).
    const responses = operations.filter(({ method }) => method !== 'head').flatMap(errorsOf);
    for (const { status, pointer, content } of responses) {
      if (content.length === 0) yield { at: pointer, message: `Response ${status} has no body` };
      if (Object.keys(policies.errors).length === 0) continue;
      for (const { schema, pointer: media } of content.filter(isJson)) {
        const target = schema && referenceTarget(nodeAt(document, schema));
        if (target !== undefined && envelopes.has(target)) continue;
        const envelope = names === '' ? 'a named component' : `the envelope ${names}`;
        const message = `The body of response ${status} is not ${envelope}`;
        yield { at: schema ?? media, message };
      }
    }
  },
};

/** Schema components of the responses that `x-errors` names. */
function envelopesOf({ document, policies, responses }: ApiModel): ReadonlySet<Pointer> {
  const content = Object.values(policies.errors).flatMap(({ response }) => {
    return responses.get(response)?.content ?? [];
  });
  return new Set(
    content.flatMap(({ schema }) => (schema && referenceTarget(nodeAt(document, schema))) ?? []),
  );
}
