import { runOnFile } from '../support/read-export';
import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { expect, test } from './support/test';

const LOOK = '/progress/second-look';
const SHARE = '/progress/share';
const OWN = 'Levels: your own ratings.';
const AGREED = 'Levels: agreed with others where there is one, else your own.';
/** Every page with a level, a readiness or a plan that counts with levels. */
const PAGES = ['/home', '/gap', '/plan'];

/** Somebody whom Grace gave a look at their coding, and who agreed with her on a level below their own. */
async function agree(baseURL: string | undefined): Promise<FormPerson> {
  const ada = new FormPerson(baseURL);
  await ada.signUp();
  await ada.checkIn({ coding: 3, coaching: 1 });
  await ada.makePlan({ start: dayIn(0) });
  const asked = await ada.browser.submit(LOOK, 'Make the link', {
    name: 'Grace',
    until: dayIn(7),
    email: '',
    skills: 'coding',
  });
  const link = /\/second-look\/[\w-]{43}/.exec(asked.text)?.[0] ?? '';
  const grace = new FormPerson(baseURL).browser;
  await grace.submit(link, 'Send', { 'ratings.coding.level': '1' });
  const compare = /href="(\/progress\/second-look\/compare\?look=[0-9a-z]{20})"/.exec(
    (await ada.browser.get(LOOK)).text,
  );
  const saved = await ada.browser.submit(compare?.[1] ?? '', 'Save what we agree on', {
    'ratings.coding.level': '2',
  });
  expect(saved.location).toBe(`${LOOK}?agreed=1#agreed`);
  return ada;
}

const readPage = async (ada: FormPerson, path: string) =>
  (await ada.browser.get(path)).text.replaceAll('<!-- -->', '');

/** What each file says of the person's coding. */
async function readFiles({ browser }: FormPerson) {
  const ask = async (path: string) => {
    const answer = await browser.ask(path);
    const body = new Uint8Array(await answer.arrayBuffer());
    // Said apart from what stands in it: an empty file would tell neither what answered nor why.
    expect({ path, status: answer.status, isEmpty: body.length === 0 }).toEqual({
      path,
      status: 200,
      isEmpty: false,
    });
    return body;
  };
  const readPdf = async (path: string) =>
    runOnFile('pdftotext', ['FILE', '-'], await ask(path)).replaceAll(/\s+/g, ' ');
  const read = async (path: string) => new TextDecoder().decode(await ask(path));
  const record = JSON.parse(await read('/progress/export/json'));
  const resume = JSON.parse(await read('/plan/export/json-resume'));
  return {
    plan: await read('/plan/export/markdown'),
    planPdf: await readPdf('/plan/export/pdf'),
    record: await read('/progress/export/markdown'),
    recordPdf: await readPdf('/progress/export/pdf'),
    recorded: record.skills.find(({ id }: { id: string }) => id === 'coding'),
    resume: resume.skills.find(({ name }: { name: string }) => name === 'Coding'),
    ratings: (await read('/settings/ratings')).split('\r\n').filter((line) => line.includes(',coding,')),
  };
}

async function share({ browser }: FormPerson, kind: string): Promise<string> {
  const made = await browser.submit(SHARE, 'Make the link', {
    name: 'Lead',
    kind,
    since: '',
    until: dayIn(7),
  });
  const path = /\/shared\/[\w-]{43}/.exec(made.text)?.[0] ?? '';
  return (await browser.get(path)).text.replaceAll('<!-- -->', '');
}

test('every page and every file says whose levels it shows: own ratings until agreed ones are chosen', async ({
  baseURL,
}) => {
  const ada = await agree(baseURL);
  for (const path of PAGES) {
    const text = await readPage(ada, path);
    expect(text, path).toContain(OWN);
    expect(text, path).not.toContain(AGREED);
  }
  const own = await readFiles(ada);
  expect(own.plan).toContain(OWN);
  expect(own.planPdf).toContain(OWN);
  for (const text of [own.record, own.recordPdf]) {
    expect(text).toContain('Coding: level 3 Independent (own rating)');
    expect(text).toContain('by own ratings');
  }
  expect(own.recorded).toMatchObject({ level: 3, kind: 'own' });
  expect(own.resume).toMatchObject({ level: 'Independent' });
  expect(own.resume.keywords).toContain('Own rating');
  expect(await share(ada, 'gap')).toContain('The levels are own ratings.');

  await ada.browser.submit(LOOK, 'Save', { kind: 'agreed' });
  for (const path of PAGES) {
    const text = await readPage(ada, path);
    expect(text, path).toContain(AGREED);
    expect(text, path).not.toContain(OWN);
  }
  const agreed = await readFiles(ada);
  expect(agreed.plan).toContain(AGREED);
  expect(agreed.planPdf).toContain(AGREED);
  for (const text of [agreed.record, agreed.recordPdf]) {
    expect(text).toContain('Coding: level 2 Assisted (agreed with Grace)');
    expect(text).toMatch(/Coaching: level 1 [A-Z]\w+ \(own rating\)/);
    expect(text).toContain('by levels agreed with others where there is one, else own ratings');
  }
  expect(agreed.recorded).toMatchObject({ level: 2, kind: 'agreed', agreedWith: 'Grace' });
  expect(agreed.resume).toMatchObject({ level: 'Assisted' });
  expect(agreed.resume.keywords).toContain('Agreed with somebody who knows the work');
  expect(await share(ada, 'gap')).toContain('The levels are those agreed with others where there is one');

  // All three series stand in the file of ratings, whatever is chosen, each under its name.
  for (const { ratings } of [own, agreed])
    expect(ratings.map((line) => line.split(',').slice(-2).join())).toEqual([
      'own,',
      'second look,Grace',
      'agreed,Grace',
    ]);
});

test('progress and evidence show own ratings whatever is chosen, and what was agreed beside them under its name', async ({
  page,
  baseURL,
}) => {
  const ada = await agree(baseURL);
  await ada.browser.submit(LOOK, 'Save', { kind: 'agreed' });
  const cookies = [...ada.browser.cookies].map(([name, value]) => ({ name, value, url: baseURL ?? '' }));
  await page.context().addCookies(cookies);
  await page.goto('/progress');
  await expect(page.getByText(OWN)).toBeVisible();
  await expect(page.getByText('agreed with somebody', { exact: true })).toBeVisible();
  await expect(
    page.getByRole('img', { name: /^Coding over time: 3 of \d; agreed with Grace: 2$/ }),
  ).toBeVisible();
  await page.getByText('The figures of these charts').click();
  await expect(page.getByRole('table', { name: 'Coding', exact: true })).toContainText('3');
  const talked = page.getByRole('table', { name: 'Coding, agreed with others' });
  await expect(talked.getByRole('row', { name: /2\s*Grace$/ })).toBeVisible();

  // Against which check-in a level that was agreed had risen is no question, so home tells no rise.
  await ada.checkIn({ coding: 4 });
  expect(await readPage(ada, '/home')).not.toMatch(/[+−]\d+ since|As on /);
  await ada.browser.submit(LOOK, 'Save', { kind: 'own' });
  expect(await readPage(ada, '/home')).toMatch(/[+−]\d+ since|As on /);

  await page.goto('/evidence');
  await expect(page.getByText('What your ratings say is your word alone')).toBeVisible();
});
