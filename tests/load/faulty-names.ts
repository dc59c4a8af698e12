import { describeWith, type FaultyRow } from './describe-with.ts';

/** What could never be sent, or leads to nothing, for its name. */
export const FAULTY_NAMES: readonly FaultyRow[] = [
  [
    'a header that no message can carry',
    describeWith({
      operation:
        "parameters: [{name: X Key, in: header, required: true}, {name: 'a=b', in: cookie}]",
    }),
    [
      '9: parameter "X Key" of GET /pets/{id}: no header can be called "X Key"',
      '9: parameter "a=b" of GET /pets/{id}: no cookie can be called "a=b"',
    ],
  ],
  [
    'a header of an answer that no message can carry',
    describeWith({
      operation: "responses: {'201': {description: ok, headers: {X Total: {}, X-Ü: {}, X-A: {}}}}",
    }).replace("      responses: {'200': {description: ok}}\n", ''),
    [
      '8: header GET /pets/{id} 201 headers X Total: no header can be called "X Total"',
      '8: header GET /pets/{id} 201 headers X-Ü: no header can be called "X-Ü"',
    ],
  ],
  [
    'an address of a scheme before OpenAPI 3.2',
    describeWith({
      operation: "security: [{'#/components/securitySchemes/key': []}]",
      rest: 'components: {securitySchemes: {key: {type: http, scheme: bearer}}}',
    }),
    ['9: undescribed scheme #/components/securitySchemes/key: no security scheme is called so'],
  ],
  [
    'a key without a name',
    describeWith({ rest: 'components: {securitySchemes: {key: {type: apiKey, in: header}}}' }),
    ['9: security scheme key: it has no name'],
  ],
  [
    'a key in a header that cannot be',
    describeWith({
      rest: 'components: {securitySchemes: {key: {type: apiKey, in: header, name: X Key}}}',
    }),
    ['9: security scheme key: no header can be called "X Key"'],
  ],
  [
    'a key in a cookie that cannot be',
    describeWith({
      rest: "components: {securitySchemes: {key: {type: apiKey, in: cookie, name: 'a=b'}}}",
    }),
    ['9: security scheme key: no cookie can be called "a=b"'],
  ],
  [
    'authentication of HTTP without a scheme',
    describeWith({ rest: 'components: {securitySchemes: {key: {type: http}}}' }),
    ['9: security scheme key: it has no scheme'],
  ],
];
