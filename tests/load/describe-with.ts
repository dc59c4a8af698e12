/** A description with an operation, and with what is given beside and below it. */
export function describeWith(parts: {
  readonly operation?: string;
  readonly item?: string;
  readonly paths?: string;
  readonly rest?: string;
}): string {
  const { operation = '', item = '', paths = '', rest = '' } = parts;
  return `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getPet
      responses: {'200': {description: ok}}
${indented(operation, 6)}${indented(item, 4)}${indented(paths, 2)}${indented(rest, 0)}`;
}

function indented(text: string, by: number): string {
  return text === '' ? '' : `${text.replaceAll(/^/gm, ' '.repeat(by))}\n`;
}

/** A description, what is wrong with it in a few words, and a line for each thing left aside, without its file. */
export type FaultyRow = readonly [name: string, text: string, want: readonly string[]];
