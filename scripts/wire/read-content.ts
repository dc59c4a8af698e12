import { parseJson } from '../base/json-text.ts';
import { essenceOf, isJsonType } from '../base/media-type.ts';
import type { TextShape } from '../values/combine-shapes.ts';
import { certainMeaning, objectsOf, readForms, type NamedText, type Reading } from './reading.ts';
import { splitQuery } from './text-pairs.ts';

/** Reads the decoded text of a parameter that has `content` (OpenAPI 3.1.1, section 4.8.12.2.3). */
export function readContent(mediaType: string, shape: TextShape, text: string): Reading {
  if (isJsonType(mediaType)) {
    const parsed = parseJson(text);
    return 'value' in parsed ? certainMeaning(parsed.value) : 'malformed';
  }
  if (essenceOf(mediaType) !== 'application/x-www-form-urlencoded') {
    return readForms({ texts: [text], lists: none, members: none, isSeveral: false }, shape);
  }
  const members: NamedText[] = [];
  for (const pair of splitQuery(text)) {
    if (pair.name === undefined || pair.text === undefined) return 'malformed';
    members.push([pair.name, pair.text]);
  }
  const objects = objectsOf(members, shape);
  const first = objects.next();
  return first.done === true ? certainMeaning({}) : { value: first.value, others: objects };
}

function none(): readonly never[] {
  return [];
}
