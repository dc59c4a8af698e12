import type { MediaType } from '../model/api-model.ts';
import type { JsonObject } from '../base/json.ts';
import { describeBody } from '../wire/describe-body.ts';
import type { WireField } from '../wire/wire-body.ts';
import type { BodyContract, FieldContract } from './runtime/contract.ts';
import type { XmlTable } from './xml-table.ts';

/** What a client has to know of a body beside its media type; undefined where that says it all. */
export function toBody(
  document: JsonObject,
  media: MediaType,
  xmls: XmlTable,
): BodyContract | undefined {
  const { fields, xml } = describeBody(document, media);
  const root = xml && xmls.add(xml);
  const named = Object.entries(fields ?? {}).map(
    ([name, field]) => [name, toField(field, xmls)] as const,
  );
  if (root === undefined && named.length === 0) return undefined;
  return {
    ...(named.length > 0 && { fields: Object.fromEntries(named) }),
    ...(root !== undefined && { xml: root }),
  };
}

function toField({ xml, ...field }: WireField, xmls: XmlTable): FieldContract {
  const at = xml && xmls.add(xml);
  return { ...field, ...(at !== undefined && { xml: at }) };
}
