import { DISCRIMINATOR_ROWS } from './discriminators.ts';
import { MEMBER_ROWS } from './members.ts';
import type { TypeRow, TypeRows } from './row.ts';
import { VALUE_ROWS } from './values.ts';

/** What TypeScript makes of schemas, by what a user may count on. */
export const TYPE_ROWS: TypeRows = { ...MEMBER_ROWS, ...DISCRIMINATOR_ROWS, ...VALUE_ROWS };

/** A description with all of these schemas. */
export const TYPE_ROWS_DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Rows', version: '1' },
  paths: {},
  components: {
    schemas: Object.assign({}, ...Object.values(TYPE_ROWS).map(({ schemas }) => schemas)) as object,
  },
};

/** A module that uses the schemas of a row; `types` is what it imports them from. */
export function renderRow({ use }: TypeRow, types: string): string {
  return `import type { components } from '${types}';
type Schemas = components['schemas'];
declare function use(...values: unknown[]): void;${use}
`;
}
