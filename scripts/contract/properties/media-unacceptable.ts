import * as fc from 'fast-check';
import { exampleDrafts } from '../generation/draft.ts';
import { isClientError, judgeRefusedAs } from '../judges/refused-as.ts';
import type { Property } from '../property.ts';
import { withHeader } from './with-header.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

export const mediaUnacceptable: Property = {
  id: 'media.unacceptable',
  title: 'who accepts no documented media type is refused, where the API says so',
  unless({ operation: { responses, errors } }) {
    const declared = errors.notAcceptable?.status;
    if (declared !== undefined && declared < 400)
      return `it is documented to be answered ${declared}`;
    // Without it a server may send what it has (RFC 9110, section 12.5.1).
    const isDocumented = declared !== undefined || responses.some(({ status }) => status === '406');
    if (!isDocumented) return 'nothing is documented about other media types';
    const types = responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType));
    return types.some((it) => it.includes('*')) ? 'any media type is sent' : undefined;
  },
  async check({ api, operation, falsify }) {
    const wanted = statusOfRefusal(operation, 'notAcceptable');
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      rewrite: (request) => withHeader(request, 'accept', 'application/x-kiln'),
      judge: (exchange) => {
        const { status = 0, body = '' } = exchange.response ?? {};
        // What has no content is acceptable to all, and another refusal may come first.
        if (isClientError(status) ? status !== wanted : body === '') return 'irrelevant';
        return judgeRefusedAs(api, operation, exchange, {
          kinds: ['notAcceptable'],
          what: 'a client that accepts only application/x-kiln',
        });
      },
    });
  },
};
