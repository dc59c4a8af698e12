/** Header fields in the order they came; a name may repeat (RFC 9110, section 5.3). */
export type HeaderFields = readonly (readonly [name: string, value: string])[];

/** A request as it goes on the wire. */
export interface WireRequest {
  readonly method: string;
  /** Absolute URL, already encoded. */
  readonly url: string;
  readonly headers: HeaderFields;
  readonly body: string | undefined;
  /** What is sent for `body` where that is not its UTF-8: a content coding of it, or no UTF-8 at all. */
  readonly bytes?: Uint8Array | undefined;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: string;
  /** Set where the body says that it is JSON and is not UTF-8 (RFC 8259, section 8.1): what `body` holds is a guess. */
  readonly isMangled?: true | undefined;
}

/** One request and its response; `failure` says why there is none. */
export type Exchange =
  | { readonly request: WireRequest; readonly response: WireResponse; readonly failure?: never }
  | { readonly request: WireRequest; readonly response?: never; readonly failure: string };

/** The lines of a header field, names compared without case (RFC 9110, sections 5.1 and 5.3). */
export function linesOf({ headers }: { headers: HeaderFields }, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.flatMap(([field, value]) => (field.toLowerCase() === wanted ? [value] : []));
}

/** The value of a header field; its lines are one list. */
export function headerOf(message: { headers: HeaderFields }, name: string): string | undefined {
  const values = linesOf(message, name);
  return values.length > 0 ? values.join(', ') : undefined;
}

/** How much of an exchange there is to read: characters of its request and its answer. */
export function sizeOf({ request, response }: Exchange): number {
  const fields = request.headers.reduce(
    (all, [name, value]) => all + name.length + value.length,
    0,
  );
  return request.url.length + fields + (request.body?.length ?? 0) + (response?.body.length ?? 0);
}
