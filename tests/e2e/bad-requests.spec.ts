import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const PATHS = [
  '/',
  '/sign-up',
  '/sign-in',
  '/rate',
  '/gap',
  '/plan',
  '/plan/export/csv',
  '/api/auth/session',
];
const STACK_TRACE = /\bat \S+ \(?(?:file:|node:|\/)|node_modules|SQLITE_|SELECT .* FROM/;

const text = fc.oneof(
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc.constantFrom(
    '',
    '[]',
    '{"a',
    '["$K1"]',
    '["$Q9"]',
    '$@1',
    '__proto__',
    '\0',
    'x'.repeat(70_000),
    '-1',
    'NaN',
  ),
);

const badRequest = fc.record({
  path: fc.oneof(
    fc.constantFrom(...PATHS),
    fc.webPath().map((path) => `/${path.replace(/^\/+/, '')}`),
    fc.constantFrom(
      '/%00',
      '/%E0%A4%A',
      '/..%2f..%2fetc/passwd',
      '/_next/image?url=http://localhost&w=64&q=75',
    ),
  ),
  query: fc.option(fc.webQueryParameters(), { nil: '' }),
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
  encoding: fc.constantFrom(
    'form',
    'form',
    'application/x-www-form-urlencoded',
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/octet-stream',
  ),
  isFetchAction: fc.boolean(),
  keepsFields: fc.boolean(),
  fields: fc.array(
    fc.tuple(
      fc.oneof(fc.constantFrom('email', 'password', 'name', '1_email', '0', '$ACTION_KEY'), text),
      text,
    ),
    {
      maxLength: 5,
    },
  ),
  body: text,
});

/** The hidden fields by which a form names its action, as they stand in the page. */
function readHiddenFields(html: string): [string, string][] {
  const decode = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => [decode(name), decode(value)],
  );
}

test('answers two hundred bad requests without a fault of its own', async ({ baseURL }) => {
  const origin = baseURL ?? '';
  const hidden = readHiddenFields(await (await fetch(`${origin}/sign-up`)).text());
  const action = /"id":"([0-9a-f]+)"/.exec(JSON.stringify(hidden).replaceAll('\\', ''))?.[1] ?? '';
  expect(action).not.toBe('');
  const faults: unknown[] = [];
  for (const [index, bad] of fc.sample(badRequest, { numRuns: 200, seed: 20261122 }).entries()) {
    const headers: Record<string, string> = {
      origin,
      'x-forwarded-for': `2001:db8:bad::${index.toString(16)}`,
    };
    if (bad.isFetchAction) headers['next-action'] = action;
    if (bad.encoding !== 'form') headers['content-type'] = bad.encoding;
    const form = new FormData();
    if (bad.keepsFields) for (const [name, value] of hidden) form.append(name, value);
    for (const [name, value] of bad.fields) form.append(name, value);
    const hasBody = bad.method !== 'GET';
    const body = hasBody ? (bad.encoding === 'form' ? form : bad.body) : undefined;
    const url = `${origin}${bad.path}${bad.query ? `?${bad.query}` : ''}`;
    const answer = await fetch(url, { method: bad.method, headers, body, redirect: 'manual' });
    const answered = await answer.text();
    if (answer.status >= 500 || STACK_TRACE.test(answered))
      faults.push({ ...bad, status: answer.status, answered: answered.slice(0, 200) });
  }
  expect(faults).toEqual([]);
});

test('keeps nothing of a signed-in page, and names no inline script or maker', async ({ request }) => {
  for (const path of ['/rate', '/gap', '/plan', '/home', '/sign-in', '/nowhere', '/api/health/ready']) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.headers()['cache-control'], path).toBe('private, no-store');
    expect(answer.headers()['x-powered-by'], path).toBeUndefined();
    expect(answer.headers()['content-security-policy'], path).not.toContain('unsafe');
  }
});

test('runs every script and style of its pages under its own policy', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  const guide = ['/', '/roles/devops-engineer', '/skills/coding', '/steps', '/steps/cka'];
  for (const path of [...guide, '/sign-up', '/sign-in', '/nowhere'])
    await page.goto(path, { waitUntil: 'networkidle' });
  expect(complaints).toEqual([]);
});
