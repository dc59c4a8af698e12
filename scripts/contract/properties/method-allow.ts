import * as fc from 'fast-check';
import { headerOf } from '../../wire/exchange.ts';
import { append } from '../../base/json-pointer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { restOnField } from '../judges/documented-field.ts';
import type { Property } from '../property.ts';
import { undocumentedMethod } from './envelope.ts';

export const methodAllow: Property = {
  id: 'method.allow',
  title: 'whoever answers 405 names the methods that are allowed (RFC 9110, section 15.5.6)',
  ground: 'standard',
  // What nobody documents may do anything.
  writes: true,
  unless: ({ api, operation }) =>
    undocumentedMethod(api, operation) === undefined ? 'every method is documented' : undefined,
  async check({ api, operation, falsify }) {
    const method = undocumentedMethod(api, operation)?.toUpperCase() ?? '';
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      conforming: false,
      rewrite: (request) => ({ ...request, method }),
      judge({ response }) {
        if (response?.status !== 405) return 'irrelevant';
        const allowed = (headerOf(response, 'allow') ?? '').split(/\s*,\s*/);
        if (allowed.includes(operation.method.toUpperCase())) return undefined;
        return {
          message: `${method} is answered 405 without the documented method in Allow`,
          clause: append('#/paths', operation.path),
          states: `${operation.path} takes ${operation.method.toUpperCase()}`,
          seen: `Allow: ${headerOf(response, 'allow') ?? 'missing'}`,
          ...restOnField(api, operation, 'methodNotAllowed', 'Allow'),
        };
      },
    });
  },
};
