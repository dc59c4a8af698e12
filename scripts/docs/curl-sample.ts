import type { ApiModel, Operation } from '../model/api-model.ts';
import type { WrittenPart } from '../wire/write-multipart.ts';
import { sampleRequest, type SampleRequest, type SampleText } from './samples/sample-request.ts';

/**
 * A curl command for the operation, from the examples of the description. Secrets and values that
 * no example gives are shell variables.
 */
export function renderCurl(api: ApiModel, operation: Operation): string {
  const request = sampleRequest(api, operation);
  const lines = [
    ...methodOf(request),
    quote(request.url),
    ...request.headers.map(([name, value]) => `--header ${quote([`${name}: `, ...value])}`),
    ...request.cookies.map((cookie) => `--cookie ${quote(cookie)}`),
    ...(request.isBasic ? ['--user "$USERNAME:$PASSWORD"'] : []),
    ...bodyOf(request),
  ];
  const caption = request.caption === undefined ? '' : `# ${request.caption}\n`;
  return `${caption}curl ${lines.join(' \\\n  ')}`;
}

function methodOf({ method, body }: SampleRequest): string[] {
  if (method === 'HEAD') return ['--head'];
  // What curl does unasked: POST with a body, GET without.
  return method === (body.kind === 'none' ? 'GET' : 'POST') ? [] : [`--request ${method}`];
}

function bodyOf({ body }: SampleRequest): string[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'file':
      return [contentType(body.mediaType), '--data-binary @body'];
    case 'multipart':
      return body.parts.map(formOf);
    case 'form':
      // curl encodes text as a form does, and names the media type itself.
      return body.pairs.map(({ name, text }) => `--data-urlencode ${literal(`${name}=${text}`)}`);
    case 'json':
      return [
        contentType(body.mediaType),
        `--data-raw ${literal(JSON.stringify(body.value, null, 2))}`,
      ];
    case 'text':
      return [contentType(body.mediaType), `--data-raw ${literal(body.text)}`];
  }
}

/** A part as curl writes it: of a file, or of text with its media type. */
function formOf({ name, fileName, contentType: type, content }: WrittenPart): string {
  const typed = type === undefined ? '' : `;type=${type}`;
  if (fileName !== undefined) return `--form ${literal(`${name}=@${fileName}${typed}`)}`;
  const text = typeof content === 'string' ? content : '';
  if (type === undefined) return `--form-string ${literal(`${name}=${text}`)}`;
  const quoted = text.replaceAll(/["\\]/g, String.raw`\$&`);
  return `--form ${literal(`${name}="${quoted}"${typed}`)}`;
}

function contentType(mediaType: string): string {
  return `--header ${quote([`Content-Type: ${mediaType}`])}`;
}

/** A shell word in which only our variables count. */
function quote(text: SampleText): string {
  const inner = text.map((piece, i) => {
    if (typeof piece === 'string') return piece.replaceAll(/["\\`$]/g, String.raw`\$&`);
    const next = text[i + 1];
    return typeof next === 'string' && /^\w/.test(next)
      ? `\${${piece.variable}}`
      : `$${piece.variable}`;
  });
  return `"${inner.join('')}"`;
}

/** A shell word that stands for itself. */
function literal(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
