/** Where a sketch says more than its source: names of conclusions, which become claims. Nobody else sees it. */
export const MARK = 'x-sketch';

/** What a sketch concludes, and why. */
export const CONCLUSIONS = {
  ids: {
    says: 'Parts of paths that look like ids are variables, and any id may stand there.',
    because: 'They differ from request to request, or are digits, UUIDs and the like.',
  },
  loose: {
    says: 'Bodies have the members that were seen, of the types that were seen; others may come, and none is required.',
    because: 'The source shows examples and no rules.',
  },
  success: {
    says: 'A request that is carried out is answered 200, or 204 where something is deleted.',
    because:
      'The source shows no answer, and these are what HTTP foresees (RFC 9110, section 15.3).',
  },
  unauthorized: {
    says: 'A request without a credential that counts is answered 401.',
    because:
      'The source shows no refusal, and 401 is what HTTP foresees for it (RFC 9110, section 15.5.2).',
  },
  badRequest: {
    says: 'A request that the API cannot read is answered 400.',
    because:
      'The source shows no refusal, and 400 is what HTTP foresees for it (RFC 9110, section 15.5.1).',
  },
  refusal: {
    says: 'A refusal has a JSON object as its body.',
    because: 'The source shows none. The object is open, and its message optional.',
  },
} as const;
export type Conclusion = keyof typeof CONCLUSIONS;
