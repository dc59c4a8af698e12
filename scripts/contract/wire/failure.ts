/** Why no answer came, in words: what Node's codes mean to somebody who tests a server. */
export function failureOf(error: Error): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const known = FAILURES[code];
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return `an answer that is not HTTP/1.1: ${message} (RFC 9112)`;
  return message;
}

/** Whether it only says that the other side closed the connection. */
export function isClosedConnection(error: Error): boolean {
  return ['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '');
}

const FAILURES: Readonly<Record<string, string>> = {
  ECONNRESET: 'the connection was closed before the answer was complete',
  EPIPE: 'the connection was closed before the request was read',
  HPE_HEADER_OVERFLOW: 'an answer with more than 64 KiB of header fields',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'an answer with more than 16 KiB of chunk extensions',
};

/** Whether nothing came, or not in time, by how it is told: an answer that could not be read is no silence. */
export function isSilence(failure: string): boolean {
  return /^(?:no (?:complete )?answer within|the connection was closed|connect )/.test(failure);
}

/** Whether nobody takes a connection any more: what was asked is no cause of it. */
export function isNobodyThere(failure: string): boolean {
  return failure.startsWith('connect ');
}

/** Whether the connection was closed in place of an answer. */
export function isCutOff(failure: string): boolean {
  return failure === FAILURES['ECONNRESET'] || failure === FAILURES['EPIPE'];
}

/** Whether a status and header fields came, and only the content after them could not be read. */
export function isContentFailure(failure: string): boolean {
  return /^(?:no complete answer within|a body )/.test(failure);
}
