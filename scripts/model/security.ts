import type { Pointer } from '../base/json-pointer.ts';

/** Scheme name to scopes; all schemes of one requirement are needed together. */
export type SecurityRequirement = ReadonlyMap<string, readonly string[]>;

/** Security Scheme Object (OpenAPI 3.1.1, section 4.8.27); `other` is of a type that it does not know. */
export type SecurityScheme =
  | { readonly type: 'http'; readonly scheme: string; readonly pointer: Pointer }
  | {
      readonly type: 'apiKey';
      readonly in: 'query' | 'header' | 'cookie';
      readonly name: string;
      /** `x-prefix`: a word that stands before the key, such as `Token`. */
      readonly prefix: string | undefined;
      readonly pointer: Pointer;
    }
  | {
      readonly type: 'oauth2';
      readonly flows: readonly OAuthFlow[];
      readonly pointer: Pointer;
    }
  | {
      readonly type: 'openIdConnect';
      /** `openIdConnectUrl`: where the provider tells of itself. */
      readonly url: string;
      readonly pointer: Pointer;
    }
  | { readonly type: 'mutualTLS' | 'other'; readonly pointer: Pointer };

/** The ways to a token that a description can declare; the last is of OpenAPI 3.2. */
export const OAUTH_FLOWS = [
  'implicit',
  'password',
  'clientCredentials',
  'authorizationCode',
  'deviceAuthorization',
] as const;

/** OAuth Flow Object (OpenAPI 3.1.1, section 4.8.29; 3.2.0, section 4.29); an address it lacks is undefined. */
export interface OAuthFlow {
  readonly kind: (typeof OAUTH_FLOWS)[number];
  readonly authorizationUrl: string | undefined;
  readonly tokenUrl: string | undefined;
  readonly refreshUrl: string | undefined;
  readonly deviceAuthorizationUrl: string | undefined;
  readonly scopes: readonly string[];
}
