/** Header fields in the order they came; a name may repeat (RFC 9110, section 5.3). */
export type HeaderFields = readonly (readonly [name: string, value: string])[];

/** A request as it goes on the wire. */
export interface WireRequest {
  readonly method: string;
  /** Absolute URL, already encoded. */
  readonly url: string;
  readonly headers: HeaderFields;
  readonly body: string | undefined;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: string;
}

/** One request and its response; `failure` says why there is none. */
export type Exchange =
  | { readonly request: WireRequest; readonly response: WireResponse; readonly failure?: never }
  | { readonly request: WireRequest; readonly response?: never; readonly failure: string };

/** The value of a header field, names compared without case (RFC 9110, section 5.1). */
export function headerOf({ headers }: { headers: HeaderFields }, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const values = headers.flatMap(([field, value]) =>
    field.toLowerCase() === wanted ? [value] : [],
  );
  return values.length > 0 ? values.join(', ') : undefined;
}

/** `application/json` of `Application/JSON; charset=utf-8` (RFC 9110, section 8.3.1). */
export function essenceOf(contentType: string): string {
  const end = contentType.indexOf(';');
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}

/** Whether a media type carries JSON (RFC 6839, section 3.1). */
export function isJsonType(mediaType: string): boolean {
  if (mediaType === 'application/json') return true;
  return /^(application\/json|[^/]+\/[^/]+\+json)$/.test(essenceOf(mediaType));
}

/** Whether a media type falls under a documented one, which may be a range such as `text/*`. */
export function isCoveredBy(mediaType: string, documented: string): boolean {
  const [type, subtype] = essenceOf(mediaType).split('/');
  const [wantedType, wantedSubtype] = essenceOf(documented).split('/');
  return (
    (wantedType === '*' || wantedType === type) &&
    (wantedSubtype === '*' || wantedSubtype === subtype)
  );
}
