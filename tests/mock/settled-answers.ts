import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { SETTLED_DESCRIPTION } from './settled-description.ts';
import type { SettledCall } from './settled-calls.ts';

/** An answer as it came over the wire. */
export interface CameBack {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders | OutgoingHttpHeaders;
  readonly text: string;
}

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

/** Why an answer is not the right one, by a validator that shares no code with Kiln; undefined where it is. */
export function wrongIn({ right }: SettledCall, came: CameBack): string | undefined {
  const { status, type = '', text, schema, header } = right;
  const isStatus =
    status === 'refused' ? came.status >= 400 && came.status < 500 : status.includes(came.status);
  if (!isStatus) return `status ${came.status}`;
  const contentType = [came.headers['content-type']].join();
  if (!contentType.startsWith(type)) return `Content-Type ${contentType}`;
  const isText = typeof text === 'string' ? came.text === text : (text?.test(came.text) ?? true);
  if (!isText) return `body ${came.text}`;
  const [name, value] = header ?? ['', /^/];
  if (header && !value.test([came.headers[name]].join())) return `header ${name}`;
  if (schema === undefined) return undefined;
  const { components } = SETTLED_DESCRIPTION;
  const isValid = ajv.compile({ allOf: [schema], components: components ?? {} });
  return isValid(JSON.parse(came.text)) ? undefined : `body ${came.text} breaks the schema`;
}
