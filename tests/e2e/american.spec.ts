import { loadRespell } from '@/lib/catalogue';
import { respellPage } from '@/lib/wording/spelling';
import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { ADMINISTRATOR } from './support/person';
import { expect, test } from './support/test';

// An American reads American spelling everywhere, and what they wrote in British stays as they wrote it.

const AMERICAN = { 'accept-language': 'en-US,en;q=0.9' };
const NOTE = 'The colour of our programme';
const PUBLIC = [
  '/',
  '/method',
  '/method/examples',
  '/privacy',
  '/roles',
  '/roles/devops-engineer',
  '/skills',
  '/skills/coaching',
  '/steps',
  '/try',
];
const OWN = [
  '/home',
  '/rate?skill=coding',
  '/rate/review',
  '/rate/all',
  '/gap',
  '/plan',
  '/plan?settings',
  '/plan/own',
  '/plan/export',
  '/progress',
  '/progress/export',
  '/progress/second-look',
  '/progress/share',
  '/evidence',
  '/week',
  '/search?q=linux',
  '/keys',
  '/settings',
  '/settings/work',
  '/settings/security',
];
/** Names that contract.md holds fast for programs that read the page. */
const FIXED = /Optimise for/g;

/** The words of a page, one part a line. */
function readText(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll(FIXED, '');
}

test('finds every page in American spelling', async ({ baseURL }) => {
  const respell = loadRespell();
  const person = new FormPerson(baseURL, AMERICAN);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  // The sentences of a plan follow the region that it was made for.
  await person.makePlan({ start: dayIn(7), region: 'US' });
  const british: Record<string, string[]> = {};
  for (const path of [...PUBLIC, ...OWN]) {
    const { status, text } = await person.browser.get(path);
    expect(status, path).toBe(200);
    expect(text.includes('<html lang="en-US"'), path).toBe(true);
    const lines = readText(text).split('\n');
    const left = lines.filter((line) => respellPage(line, respell) !== line);
    if (left.length > 0) british[path] = left;
  }
  expect(british).toEqual({});
});

test('keeps what a person wrote as they wrote it', async ({ baseURL }) => {
  const person = new FormPerson(baseURL, AMERICAN);
  await person.signUp();
  const saved = await person.browser.submit('/rate/all', 'Save check-in', {
    'ratings.coding.level': '1',
    $confirmed: 'sparse',
    note: NOTE,
  });
  expect(saved.location).toMatch(/^\/gap\?saved=/);
  const [checkIn = ''] = /\/progress\/[0-9a-z]{20}/.exec((await person.browser.get('/progress')).text) ?? [];
  expect((await person.browser.get(checkIn)).text.includes(NOTE)).toBe(true);
});

test('gives everybody else the British page at the same address, and says what it hangs on', async ({
  request,
}) => {
  const ask = async (language: string) => {
    const answer = await request.get('/method', { headers: { 'accept-language': language } });
    expect(answer.headers().vary).toContain('Accept-Language');
    return answer.text();
  };
  expect(/\bcatalog\b/.test(await ask('en-US'))).toBe(true);
  expect(/\bcatalogue\b/.test(await ask('en-GB'))).toBe(true);
  expect((await ask('fr')).includes('<html lang="en-GB"')).toBe(true);
});
