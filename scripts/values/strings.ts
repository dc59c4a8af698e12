import * as fc from 'fast-check';

/** Text of whole characters, lengths in code points as JSON Schema counts them (validation, 6.3.1). */
export function plainString(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const readable = fc.string({ unit: 'grapheme-ascii', minLength, maxLength });
  const anyText = fc
    .string({ unit: 'binary', minLength, maxLength })
    // NUL is valid JSON but many databases cannot hold it: a server is not tried on that here.
    .map((text) => text.replaceAll('\0', '\u0001'));
  return fc.oneof({ weight: 3, arbitrary: readable }, { weight: 1, arbitrary: anyText });
}

/** Strings of a format (JSON Schema validation, section 7.3); undefined for one that is unknown. */
export function formattedString(format: string): fc.Arbitrary<string> | undefined {
  return Object.hasOwn(FORMATS, format) ? FORMATS[format]?.() : undefined;
}

/** Whether strings of a format can be told from others. */
export function isKnownFormat(format: string): boolean {
  return Object.hasOwn(FORMATS, format);
}

const instant = () =>
  fc
    .date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2060-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString());

const FORMATS: Readonly<Record<string, () => fc.Arbitrary<string>>> = {
  'date-time': instant,
  date: () => instant().map((text) => text.slice(0, 10)),
  time: () => instant().map((text) => text.slice(11)),
  duration: () => fc.integer({ min: 0, max: 90 }).map((days) => `P${days}D`),
  // Every mail system takes these; the exotic ones of RFC 5322 are not what a contract is about.
  email: () => fc.stringMatching(/^[a-z]{1,12}@[a-z]{1,12}\.test$/),
  hostname: () => fc.stringMatching(/^[a-z]{1,20}\.test$/),
  ipv4: () => fc.ipV4(),
  ipv6: () => fc.ipV6(),
  uuid: () => fc.uuid(),
  uri: () => fc.webUrl({ withQueryParameters: true }),
  'uri-reference': () => fc.webPath(),
  regex: () => fc.constantFrom('^a+$', '[0-9]{2,4}'),
  byte: () => fc.base64String(),
};

/** Strings that a pattern allows; undefined where the generator does not know the pattern's syntax. */
export function matchingString(pattern: string): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return undefined;
  }
}
