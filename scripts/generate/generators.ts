import kilnPackage from '#package' with { type: 'json' };
import fetchPackage from 'openapi-fetch/package.json' with { type: 'json' };
import typesPackage from 'openapi-typescript/package.json' with { type: 'json' };
import ts from 'typescript';

/** Exact versions of what writes the package, and of what it runs on. */
export const GENERATORS = {
  kiln: kilnPackage.version,
  'openapi-typescript': typesPackage.version,
  'openapi-fetch': fetchPackage.version,
  typescript: ts.version,
} as const;
