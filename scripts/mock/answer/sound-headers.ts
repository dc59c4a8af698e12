import type { ApiModel, DocumentedResponse } from '../../model/api-model.ts';
import { readField } from '../../wire/read-field.ts';
import { textShapeAt } from '../../values/text-shape.ts';

/** Of header fields that somebody else made up, by their lower-case names, those that are as documented. */
export function soundHeaders(
  { document, schemas }: ApiModel,
  { headers }: Pick<DocumentedResponse, 'headers'>,
  made: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const isSound = ([name, text]: readonly [string, string]): boolean => {
    const header = headers.find((it) => it.name.toLowerCase() === name);
    if (header?.schema === undefined) return true;
    const { schema } = header;
    const reading = readField(header, textShapeAt(document, schema), [text]);
    if (typeof reading === 'string') return false;
    return schemas.check(schema, reading.value, 'response').length === 0;
  };
  return Object.fromEntries(Object.entries(made).filter(isSound));
}
