import { METHODS, type IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** The method that the parser reads in the place of another one: it has content, and means nothing else to it. */
const STAND_IN = Buffer.from('POST');
const SPACE = 0x20;
/** RFC 9110, section 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]*/;
const NONE = Buffer.alloc(0);

/** What Node says of a connection that it cannot read further. */
export interface ParseError extends Error {
  readonly code?: string;
  /** The octets that the parser was given last, and how many of them it read. */
  readonly rawPacket?: unknown;
  readonly bytesParsed?: number;
}

interface Through {
  readonly socket: Duplex;
  /** The methods to look for. */
  readonly methods: ReadonlySet<string>;
  /** Gives a connection to the server. */
  readonly open: (connection: Duplex) => void;
  /** What was read from the socket already. */
  readonly read?: Buffer;
}

/**
 * A connection from the beginning of one request on, whose first method may be one that the parser does not know.
 * The later ones are read by the parser itself, until it gives up at another one: the next connection on the same
 * socket begins there.
 */
export class MethodConnection extends Duplex {
  /** The method of the first request, where another stands in for it. */
  method: string | undefined;
  readonly remoteAddress: string | undefined;
  readonly #through: Through;
  /** Longest method, in octets. */
  readonly #longest: number;
  /** What is held back until the first method is known; undefined afterwards. */
  #head: Buffer | undefined = NONE;
  /** What was handed on, and may not have been read yet; before it so much as a method is long. */
  readonly #pieces: Buffer[] = [];
  /** Octets of these pieces. */
  #held = 0;
  /** Octets that were handed on before them. */
  #dropped = 0;
  #isGone = false;
  #take = (piece: Buffer): void => this.#hand(piece);
  #end = (): void => this.#finish();
  #fail = (error: Error): void => void this.destroy(error);
  #close = (): void => void this.destroy();
  #idle = (): void => void this.emit('timeout');

  constructor(through: Through) {
    super();
    this.#through = through;
    this.#longest = Math.max(...[...through.methods].map((it) => it.length));
    const { socket, read = NONE } = through;
    this.remoteAddress = 'remoteAddress' in socket ? String(socket.remoteAddress) : undefined;
    socket.on('data', this.#take).on('end', this.#end);
    socket.on('error', this.#fail).on('close', this.#close).on('timeout', this.#idle);
    if (read.length > 0) this.#hand(read);
    if (socket.readableEnded) this.#finish();
  }

  /** The socket itself: what TLS says of the client is said of it. */
  get socket(): Duplex {
    return this.#through.socket;
  }

  /** As of a socket: milliseconds without anything to read or write, after which it emits `timeout`. */
  setTimeout(milliseconds: number): this {
    const { socket } = this.#through;
    if (!this.#isGone && socket instanceof Socket) socket.setTimeout(milliseconds);
    return this;
  }

  /** As of a socket: ends when all is written, whatever the client does. */
  destroySoon(): void {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', this.#close);
  }

  /** See `goesOn`. */
  goOn({ rawPacket, bytesParsed = 0 }: ParseError, settled: (next: () => void) => void): boolean {
    const { socket, methods, open } = this.#through;
    const seen = Buffer.concat(this.#pieces);
    const failed = this.#pieces.findIndex((it) => it === rawPacket);
    const at = Buffer.concat(this.#pieces.slice(0, failed)).length + bytesParsed;
    const start = failed === -1 ? undefined : beginOf(seen, at, methods);
    // What it began with was looked at already.
    if (start === undefined || this.#dropped + start === 0) return false;
    this.#letGo();
    socket.pause();
    settled(() => {
      if (socket.destroyed) return;
      open(new MethodConnection({ socket, methods, open, read: seen.subarray(start) }));
      socket.resume();
    });
    return true;
  }

  #hand(piece: Buffer): void {
    if (this.#head === undefined) return this.#pass(piece);
    const head = Buffer.concat([this.#head, piece]);
    const [method = ''] = TOKEN.exec(head.toString('latin1', 0, this.#longest + 1)) ?? [];
    if (method.length === head.length && method.length <= this.#longest) {
      this.#head = head;
      return;
    }
    this.#head = undefined;
    const isOwn = head[method.length] === SPACE && this.#through.methods.has(method);
    if (!isOwn) return this.#pass(head);
    this.method = method;
    this.#pass(Buffer.concat([STAND_IN, head.subarray(method.length)]));
  }

  #pass(piece: Buffer): void {
    for (let [first] = this.#pieces; first; [first] = this.#pieces) {
      if (this.#held - first.length < this.readableLength + this.#longest) break;
      this.#pieces.shift();
      this.#held -= first.length;
      this.#dropped += first.length;
    }
    this.#pieces.push(piece);
    this.#held += piece.length;
    // The parser may give up before this returns.
    if (!this.push(piece) && !this.#isGone) this.#through.socket.pause();
  }

  #finish(): void {
    const head = this.#head;
    this.#head = undefined;
    if (head === undefined || head.length === 0) return void this.push(null);
    this.#pass(head);
    // As from a socket: what is answered to the one comes before the other.
    setImmediate(() => this.push(null));
  }

  #letGo(): void {
    this.#isGone = true;
    const { socket } = this.#through;
    socket.off('data', this.#take).off('end', this.#end);
    socket.off('error', this.#fail).off('close', this.#close).off('timeout', this.#idle);
    // Nobody else may listen until the next one does.
    socket.off('error', destroyThis).on('error', destroyThis);
  }

  override _read(): void {
    if (!this.#isGone) this.#through.socket.resume();
  }

  override _write(piece: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#through.socket.write(piece, done);
  }

  override _final(done: () => void): void {
    if (this.#isGone) return done();
    this.#through.socket.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.#isGone) this.#through.socket.destroy();
    done(error);
  }
}

function destroyThis(this: Duplex): void {
  this.destroy();
}

/**
 * Where the method begins that the parser stopped in: it reads as far as the letters are those of a method that it
 * knows, and the one that has most of them is meant, lest `ASYNC` be read as `SYNC`. Undefined where none of these
 * methods begins there.
 */
function beginOf(seen: Buffer, at: number, methods: ReadonlySet<string>): number | undefined {
  const isBegun = (start: number) => {
    const begun = seen.toString('latin1', start, at);
    return METHODS.some((it) => it.startsWith(begun));
  };
  let start = Math.max(0, at - LONGEST_KNOWN);
  while (start < at && !isBegun(start)) start += 1;
  const [method = ''] = TOKEN.exec(seen.toString('latin1', start)) ?? [];
  const isCut = start + method.length === seen.length;
  const isOne = isCut
    ? method !== '' && [...methods].some((it) => it.startsWith(method))
    : seen[start + method.length] === SPACE && methods.has(method);
  return isOne ? start : undefined;
}

const LONGEST_KNOWN = Math.max(...METHODS.map((it) => it.length));

/** Gives the first request of a connection its method, where another stands in for it. */
export function restoreMethod(request: IncomingMessage): void {
  const { socket } = request;
  if (!(socket instanceof MethodConnection) || socket.method === undefined) return;
  request.method = socket.method;
  socket.method = undefined;
}
