import { dogs, RIGHT } from './kennel-days.ts';
import { fields, toHarEntry, type HarEntry } from './judge-entries.ts';

type Part = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, string>>;

/** A dog that is listed, as a recorder writes it that keeps everything. */
export const RECORDED: HarEntry = toHarEntry(RIGHT[0] ?? dogs(0, 4));
/** What it is answered with. */
export const DOGS = JSON.stringify(RIGHT[0]?.reply);

export function request(entry: HarEntry, part: Part): HarEntry {
  return { ...entry, request: { ...entry.request, ...part } };
}

export function response(entry: HarEntry, part: Part): HarEntry {
  return { ...entry, response: { ...entry.response, ...part } };
}

export function sending(entry: HarEntry, headers: Fields): HarEntry {
  return request(entry, { headers: [...headersOf(entry.request), ...fields(headers)] });
}

export function answering(entry: HarEntry, headers: Fields): HarEntry {
  return response(entry, { headers: [...headersOf(entry.response), ...fields(headers)] });
}

export function without(
  entry: HarEntry,
  place: 'request' | 'response',
  ...names: readonly string[]
): HarEntry {
  const headers = headersOf(entry[place]).filter(({ name }) => !names.includes(name));
  return place === 'request' ? request(entry, { headers }) : response(entry, { headers });
}

function headersOf(message: Part) {
  return message['headers'] as readonly { readonly name: string; readonly value: string }[];
}

/** An answer whose content coding nobody has undone, or somebody has. */
export function coded(coding: string, content: Part): HarEntry {
  return response(answering(RECORDED, { 'content-encoding': coding }), { content });
}

export function base64(octets: Uint8Array | string): Part {
  return { encoding: 'base64', text: Buffer.from(octets).toString('base64') };
}
