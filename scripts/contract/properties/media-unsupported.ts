import * as fc from 'fast-check';
import { exampleDrafts } from '../generation/draft.ts';
import { judgeRejected } from '../judges/accepted.ts';
import type { Property } from '../property.ts';

/** A media type that nobody documents. */
const UNKNOWN = 'application/x-kiln';

export const mediaUnsupported: Property = {
  id: 'media.unsupported',
  title: 'a body in a media type that is not documented is refused, where the API says that it is',
  unless({ operation: { body, responses, errors } }) {
    if (!body) return 'the operation takes no body';
    if (body.content.some(({ mediaType }) => mediaType.includes('*')))
      return 'any media type is taken';
    const declared = errors.unsupportedMediaType?.status;
    if (declared !== undefined && declared < 400)
      return `it is documented to be answered ${declared}`;
    const isDocumented = declared !== undefined || responses.some(({ status }) => status === '415');
    return isDocumented ? undefined : 'nothing is documented about other media types';
  },
  async check({ api, operation, target, falsify }) {
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      rewrite: (request) => ({
        ...request,
        headers: request.headers.map(([name, value]) =>
          name === 'content-type' ? [name, UNKNOWN] : [name, value],
        ),
      }),
      judge: (exchange) => judgeRejected(api, target, operation, exchange),
    });
  },
};
