import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const books = [{ id: 1, title: 'Morning', pages: 12 }];

function answer(method, path, body) {
  const [, id] = /^\/books\/(.*)$/.exec(path) ?? [];
  if (path !== '/books' && id === undefined) return [404];
  const allowed = id === undefined ? ['POST'] : ['GET', 'HEAD'];
  if (!allowed.includes(method)) return [405];
  if (id !== undefined && !/^[1-9]\d{0,15}$/.test(id)) return [400];
  if (id !== undefined) {
    const book = books.find((it) => it.id === Number(id));
    return book ? [200, book] : [404];
  }
  const { title, pages } = body ?? {};
  const isTitle = typeof title === 'string' && title !== '' && Array.from(title).length <= 40;
  // Who forgets one bound: that pages are at least 1.
  if (!isTitle || (pages !== undefined && !Number.isInteger(pages))) return [400];
  const book = { id: books.length + 1, title, ...(pages !== undefined && { pages }) };
  books.push(book);
  return [201, book];
}

function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

createServer(async (request, response) => {
  const path = request.url.replace(/\?.*/s, '');
  const [status, body] = answer(request.method, path, parse(await text(request)));
  const allow = status === 405 && { allow: path === '/books' ? 'POST' : 'GET, HEAD' };
  response.writeHead(status, { ...allow, ...(body && { 'content-type': 'application/json' }) });
  response.end(body && JSON.stringify(body));
}).listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
