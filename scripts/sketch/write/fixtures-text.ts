import { stringify } from 'yaml';
import { objectOf, textOf, type JsonObject } from '../../base/json.ts';

/** `mock.yaml`: for each scheme a credential that the mock takes, and one that has expired. */
export function fixturesText(document: JsonObject, name: string): string {
  const schemes = Object.entries(objectOf(objectOf(document['components'])['securitySchemes']));
  const word = name.replaceAll(/\W+/g, '_');
  const credentials = schemes
    .filter(([, scheme]) => textOf(objectOf(scheme)['type']) !== 'mutualTLS')
    .flatMap(([scheme, it]) => {
      const isBasic = textOf(objectOf(it)['scheme']).toLowerCase() === 'basic';
      const value = (who: string) => (isBasic ? `kiln:${word}_${who}` : `kiln_${word}_${who}`);
      return [
        { id: 'owner', scheme, value: value('owner'), access: 'write' },
        {
          id: 'expired',
          scheme,
          value: value('expired'),
          access: 'write',
          expires: '2020-01-01T00:00:00Z',
        },
      ];
    });
  const said = '# What only the mock needs. None of these credentials works anywhere else.\n';
  return credentials.length === 0 ? `${said}{}\n` : `${said}${stringify({ credentials })}`;
}
