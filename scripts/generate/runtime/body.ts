/** What a Request takes as its body, and this runtime makes or lets through. */
export type SentBody = string | FormData | URLSearchParams | Blob | ArrayBuffer | ArrayBufferView;

/**
 * Writes a request body in its media type (OpenAPI 3.1.1, section 4.8.14). Forms take an object of
 * fields; a list becomes a field for each item, and an object inside of a form its JSON.
 */
export function serializeBody(mediaType: string, body: unknown): SentBody {
  if (isReady(body)) return body;
  const essence = essenceOf(mediaType);
  if (essence === 'multipart/form-data') return fill(new FormData(), body);
  if (essence === 'application/x-www-form-urlencoded') return fill(new URLSearchParams(), body);
  return typeof body === 'string' && !isJson(mediaType) ? body : JSON.stringify(body);
}

/** The media type without its parameters, in lower case (RFC 9110, section 8.3.1). */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essenceOf(mediaType));
}

function isReady(body: unknown): body is Exclude<SentBody, string> {
  return (
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body)
  );
}

function fill<Form extends FormData | URLSearchParams>(form: Form, body: unknown): Form {
  for (const [name, value] of Object.entries(body ?? {})) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) {
      if (item === undefined) continue;
      if (item instanceof Blob && form instanceof FormData) form.append(name, item);
      else form.append(name, typeof item === 'string' ? item : JSON.stringify(item));
    }
  }
  return form;
}
