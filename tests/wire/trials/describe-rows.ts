import type { Row, Sent } from './row.ts';
import { NUMBER_ROWS } from './number-rows.ts';
import { PARAMETER_TYPE_ROWS } from './parameter-type-rows.ts';
import { STYLE_ROWS } from './style-rows.ts';
import { CONTENT_ROWS } from './content-rows.ts';
import { FORM_ROWS } from './form-rows.ts';
import { MULTIPART_ROWS } from './multipart-rows.ts';
import { BODY_ROWS } from './body-rows.ts';

export const ROWS: readonly Row[] = [
  ...PARAMETER_TYPE_ROWS,
  ...NUMBER_ROWS,
  ...STYLE_ROWS,
  ...CONTENT_ROWS,
  ...FORM_ROWS,
  ...MULTIPART_ROWS,
  ...BODY_ROWS,
];

export const BASE = 'https://trials.test/v1';

/** A description with an operation for each row, the values of the table its examples. */
export function describeRows(rows: readonly Row[], hasExamples = false): string {
  return JSON.stringify({
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Trials', version: '1' },
    servers: [{ url: BASE }],
    security: [],
    paths: Object.fromEntries(
      rows.map((row) => {
        const { id, parameter, body } = row;
        const isPath = parameter?.in === 'path';
        const examples = hasExamples ? { examples: examplesOf(row) } : {};
        const operation = {
          operationId: id,
          ...(parameter && {
            parameters: [{ ...parameter, ...(isPath && { required: true }), ...examples }],
          }),
          ...(body && {
            requestBody: { required: true, content: { [body[0]]: { ...body[1], ...examples } } },
          }),
          responses: { 200: { description: 'Well.' }, 400: { description: 'No.' } },
        };
        const path = isPath ? `/${id}/{${parameter.name}}` : `/${id}`;
        return [path, { [body ? 'post' : 'get']: operation }];
      }),
    ),
  });
}

function examplesOf({ good, bad }: Row): object {
  return Object.fromEntries([...named('good', good), ...named('bad', bad)]);
}

function named(kind: string, all: Row['good']): (readonly [name: string, example: object])[] {
  return all.flatMap(([value], at) =>
    value === undefined ? [] : [[`${kind}${at}`, { value }] as const],
  );
}

export function urlOf({ id }: Row, { at = '' }: Sent): string {
  return `/${id}${at}`;
}

/** The fields of a request, its media type among them. */
export function fieldsOf({ fields = [], type }: Sent): readonly (readonly [string, string])[] {
  return type === undefined ? fields : [...fields, ['content-type', type]];
}
