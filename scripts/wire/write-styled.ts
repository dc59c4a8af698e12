import type { Parameter } from '../model/api-model.ts';
import { serializeParameter } from './parameter-style.ts';
import type { WireField } from './wire-body.ts';

/** Whether a field is written as a query parameter is, its content type of no account (OpenAPI 3.1.1, section 4.8.15.1.2). */
export function isStyled({ style, explode, allowReserved }: WireField): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined;
}

/** The pairs of a field in a URL's encoding, as a query parameter of its style has them. */
export function writeStyled(name: string, field: WireField, value: unknown): string {
  const { style = 'form', explode = style === 'form', allowReserved = false } = field;
  return serializeParameter(
    { name, in: 'query', style, explode, allowReserved } as Parameter,
    value as never,
  );
}
