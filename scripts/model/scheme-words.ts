import type { SecurityScheme } from './security.ts';

/** What a security scheme asks for, in a few words; undefined for a type that OpenAPI does not know. */
export function wordsOfScheme(scheme: SecurityScheme): string | undefined {
  switch (scheme.type) {
    case 'http':
      return HTTP_SCHEMES[scheme.scheme] ?? `HTTP authentication (${scheme.scheme})`;
    case 'apiKey': {
      const place = scheme.in === 'query' ? 'query parameter' : scheme.in;
      const form = scheme.prefix === undefined ? '' : ` as "${scheme.prefix} …"`;
      return `API key in the ${scheme.name} ${place}${form}`;
    }
    case 'oauth2':
      return 'OAuth 2.0';
    case 'openIdConnect':
      return 'OpenID Connect';
    case 'mutualTLS':
      return 'client certificate (mutual TLS)';
    case 'other':
      return undefined;
  }
}

const HTTP_SCHEMES: Readonly<Record<string, string>> = {
  bearer: 'bearer token',
  basic: 'user name and password (HTTP Basic)',
};
