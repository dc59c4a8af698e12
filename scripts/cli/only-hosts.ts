// Loaded before a program that sends credentials: it follows redirects, and must not take them along to another host.
import { Socket } from 'node:net';

const { HTTP_PROXY, HTTPS_PROXY, http_proxy: http, https_proxy: https } = process.env;
const asked = (process.env['KILN_HOSTS'] ?? '').split(' ');
const hosts = new Set(
  [...asked, HTTP_PROXY, HTTPS_PROXY, http, https].map((it) => hostOf(it ?? '')),
);

const connect: unknown = Reflect.get(Socket.prototype, 'connect');
Socket.prototype.connect = function guard(this: Socket, ...given: unknown[]) {
  // Node hands on what it was called with as a list of the options and the callback.
  const [first] = given;
  const options: unknown = Array.isArray(first) ? first[0] : first;
  const { host = 'localhost', port } = Object(options) as { host?: string; port?: unknown };
  if (hosts.has(`${host.toLowerCase()} ${String(port)}`)) {
    return Reflect.apply(connect as () => Socket, this, given);
  }
  const reason = `an answer leads to another host: ${host}:${String(port)}`;
  // Whoever asked says no more of it than that it failed.
  process.stderr.write(`${reason}\n`);
  process.nextTick(() => this.destroy(new Error(reason)));
  return this;
};

function hostOf(address: string): string {
  const url = URL.parse(address);
  if (!url) return '';
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return `${url.hostname.replaceAll(/[[\]]/g, '')} ${port}`;
}
