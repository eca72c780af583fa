import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parseHeaders, serveFolder, type ServedFolder } from './serve.ts';

const files = {
  'index.html': '<h1>Home</h1>',
  '404.html': '<h1>Not here</h1>',
  'job-aids/gap/index.html': '<h1>Gap</h1>',
  'job-aids/with space/index.html': '<h1>Space</h1>',
  'assets/page.css': 'p { margin: 0 }',
  'pagefind/pagefind.en.pf_meta': 'bytes',
  'pagefind/index/en.pf_index': 'bytes',
  'pagefind/wasm.en.pagefind': 'bytes',
  'site.webmanifest': '{}',
  _headers: "/*\n  Content-Security-Policy: default-src 'none'\n/assets/*\n  X-Kind: asset\n",
};

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

let parent: string;
let site: ServedFolder;
let below: ServedFolder;

before(async () => {
  parent = mkdtempSync(path.join(tmpdir(), 'sidekick-serve-'));
  writeFileSync(path.join(parent, 'secret.txt'), 'secret');
  const folder = path.join(parent, 'dist');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  site = await serveFolder({ folder, headers: { 'X-Test': 'yes' } });
  below = await serveFolder({ folder, base: '/kb/' });
});

after(async () => {
  await Promise.all([site.close(), below.close()]);
  rmSync(parent, { recursive: true, force: true });
});

describe('the server', () => {
  it('answers a folder with its page', async () => {
    const { status, headers, body } = await get('/job-aids/gap/');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(body.toString(), files['job-aids/gap/index.html']);
  });

  it('leads to the slash that a folder ends with, and keeps the query', async () => {
    const { status, headers } = await get('/job-aids/gap?stage=novice');
    assert.equal(status, 301);
    assert.equal(headers.location, '/job-aids/gap/?stage=novice');
  });

  it('reads encoded names', async () => {
    assert.equal((await get('/job-aids/with%20space/')).status, 200);
  });

  it('shows the site’s own page for what is not there', async () => {
    for (const address of ['/nowhere/', '/job-aids/', '/assets/page.css/', '/%zz']) {
      const { status, body } = await get(address);
      assert.equal(status, 404, address);
      assert.equal(body.toString(), files['404.html']);
    }
  });

  it('gives nothing from outside the folder', async () => {
    for (const address of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '//etc/passwd',
      '/a%00b',
    ]) {
      const { status, body } = await get(address);
      assert.equal(status, 404, address);
      assert.equal(body.toString(), files['404.html']);
    }
  });

  it('does not redirect to another host', async () => {
    assert.equal((await get('//job-aids')).headers.location, undefined);
  });

  it('keeps the file of headers to itself', async () => {
    assert.equal((await get('/_headers')).status, 404);
  });

  it('sends the headers of the folder, by path, and those it was given', async () => {
    const page = await get('/');
    assert.equal(page.headers['content-security-policy'], "default-src 'none'");
    assert.equal(page.headers['x-test'], 'yes');
    assert.equal(page.headers['cache-control'], 'no-cache');
    assert.equal(page.headers['x-kind'], undefined);
    assert.equal((await get('/assets/page.css')).headers['x-kind'], 'asset');
  });

  it('sends the search index as bytes', async () => {
    for (const name of ['pagefind.en.pf_meta', 'index/en.pf_index', 'wasm.en.pagefind']) {
      const { headers } = await get(`/pagefind/${name}`, { headers: { 'accept-encoding': 'gzip' } });
      assert.equal(headers['content-type'], 'application/octet-stream');
      assert.equal(headers['content-encoding'], undefined);
    }
  });

  it('names the type of a manifest', async () => {
    assert.match((await get('/site.webmanifest')).headers['content-type']!, /^application\/manifest\+json/);
  });

  it('compresses text for those who accept it', async () => {
    const { headers, body } = await get('/', { headers: { 'accept-encoding': 'br, gzip' } });
    assert.equal(headers['content-encoding'], 'gzip');
    assert.equal(headers.vary, 'Accept-Encoding');
    assert.equal(gunzipSync(body).toString(), files['index.html']);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const { status, headers, body } = await get('/', { method: 'HEAD' });
    assert.equal(status, 200);
    assert.equal(headers['content-length'], String(files['index.html'].length));
    assert.equal(body.length, 0);
  });

  it('refuses other methods', async () => {
    const { status, headers } = await get('/', { method: 'POST' });
    assert.equal(status, 405);
    assert.equal(headers.allow, 'GET, HEAD');
  });

  it('says when its port is taken', async () => {
    await assert.rejects(serveFolder({ folder: parent, port: site.port }), { code: 'EADDRINUSE' });
  });
});

describe('the server under a base path', () => {
  it('names the base in its address', () => {
    assert.equal(below.address, `http://localhost:${below.port}/kb/`);
  });

  it('answers below the base', async () => {
    assert.equal((await get('/kb/job-aids/gap/', { port: below.port })).status, 200);
    assert.equal((await get('/kb/job-aids/gap', { port: below.port })).headers.location, '/kb/job-aids/gap/');
  });

  it('leads to the base', async () => {
    for (const address of ['/', '/kb']) {
      assert.equal((await get(address, { port: below.port })).headers.location, '/kb/');
    }
  });

  it('has nothing beside the base', async () => {
    for (const address of ['/job-aids/gap/', '/kbx/job-aids/gap/']) {
      assert.equal((await get(address, { port: below.port })).status, 404);
    }
  });
});

describe('a file of headers', () => {
  it('is read with comments, empty lines and values that hold colons', () => {
    const [all, one, ...others] = parseHeaders('# ours\n/*\n  A: b: c\n\n  D: e\r\n/go/*/x.y\n\tF: g\n');
    assert.deepEqual(all?.headers, { A: 'b: c', D: 'e' });
    assert.deepEqual(one?.headers, { F: 'g' });
    assert.ok(one?.path.test('/go/gap/x.y'));
    assert.ok(!one?.path.test('/go/gap/xzy'));
    assert.equal(others.length, 0);
  });
});

/** Not with `fetch`: it would mend the addresses that are broken on purpose. */
function get(
  address: string,
  {
    port = site.port,
    method = 'GET',
    headers = {},
  }: { port?: number; method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: address, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
