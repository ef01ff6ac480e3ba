import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonLine } from '@/lib/import/json-line';
import { readAccountData } from '@/lib/import/read-account-data';

describe('findJsonLine', () => {
  const text = ['{', '  "a": [1, {"b,}": "x\\"]"},', '    2],', '  "c": {', '    "d": null', '  }', '}'].join(
    '\n',
  );

  it.each([
    [[], 1],
    [['a'], 2],
    [['a', 1, 'b,}'], 2],
    [['a', 2], 3],
    [['c', 'd'], 5],
    [['c', 'missing'], 4],
    [['a', 9], 2],
  ])('finds %j on line %i', async (path, line) => {
    expect(await findJsonLine(text, path)).toBe(line);
  });

  it('finds every value of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const lines = JSON.stringify(value, null, 1).split('\n');
        const visit = async (part: unknown, path: (string | number)[]): Promise<void> => {
          const line = lines[(await findJsonLine(lines.join('\n'), path)) - 1] ?? '';
          const shown = JSON.stringify(part, null, 1).split('\n')[0] ?? '';
          expect(line).toContain(shown);
          if (typeof part !== 'object' || part === null) return;
          for (const [key, inner] of Object.entries(part))
            await visit(inner, [...path, Array.isArray(part) ? Number(key) : key]);
        };
        await visit(value, []);
      }),
    );
  });
});

const file = (parts: object) => JSON.stringify({ format: 'rung-data', version: 1, ...parts });

describe('readAccountData', () => {
  const line = async (text: string) => {
    const read = await readAccountData(text);
    return read.ok ? [] : read.problems;
  };

  it('says which file it takes where it is given the one of a plan alone', async () => {
    expect(await line('{"format": "rung-plan", "version": 1}')).toEqual([
      expect.stringContaining('“Download my data”'),
    ]);
  });

  it('names line, entry and reason of each thing it refuses', async () => {
    const problems = await line(
      [
        '{"format": "rung-data", "version": 1,',
        '"checkIns": [',
        '{"id": "a", "takenAt": "2026-01-01T00:00:00Z", "ratings": []},',
        '{"id": "b", "takenAt": "yesterday", "ratings": []},',
        '{"id": "c", "takenAt": "2026-01-01T00:00:00Z", "ratings": [',
        '{"skill": "coding", "level": 6}]}',
        ']}',
      ].join('\n'),
    );
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^Line 4, checkIns\[1\]\.takenAt: Give a time in UTC/);
    expect(problems[1]).toMatch(/^Line 6, checkIns\[2\]\.ratings\[0\]\.level: /);
  });

  const HALF = String.raw`\ud83d`;
  const rated = (evidence: string) =>
    `"ratings":[{"skill":"coding","level":2,"evidence":"${evidence}","sure":null}]`;

  it.each([
    [
      'a note',
      `{"checkIns":[{"id":"c","takenAt":"2026-10-05T08:00:00Z","note":"half ${HALF}",${rated('')}}]}`,
      'checkIns[0].note',
    ],
    [
      'evidence',
      `{"checkIns":[{"id":"c","takenAt":"2026-10-05T08:00:00Z",${rated(HALF)}}]}`,
      'checkIns[0].ratings[0].evidence',
    ],
    [
      'an id',
      `{"checkIns":[{"id":"${HALF}","takenAt":"2026-10-05T08:00:00Z",${rated('')}}]}`,
      'checkIns[0].id',
    ],
    [
      'a step’s note',
      `{"stepProgress":[{"step":"cka","status":"done","note":"half ${HALF.toUpperCase().replace('U', 'u')}"}]}`,
      'stepProgress[0].note',
    ],
    [
      'a NUL',
      String.raw`{"stepProgress":[{"step":"cka","status":"done","note":"a\u0000b"}]}`,
      'stepProgress[0].note',
    ],
    [
      'a skill of an own step',
      `{"ownSteps":[{"raises":[{"skill":"${HALF}","from":1,"to":2}]}]}`,
      'ownSteps[0].raises[0].skill',
    ],
    [
      'a value of the settings',
      `{"account":{"name":"A","email":"a@example.org","timeZone":"UTC","settings":{"a":[{"b":"${HALF}"}]}}}`,
      'account.settings.a[0].b',
    ],
    [
      'a name of the settings',
      `{"account":{"name":"A","email":"a@example.org","timeZone":"UTC","settings":{"${HALF}":1}}}`,
      'account.settings',
    ],
    ['the whole', `"${HALF}"`, 'the whole file'],
  ])('report 1: refuses half a character in %s', async (_what, text, place) => {
    expect(await line(text)).toContainEqual(
      expect.stringContaining(`${place}: This holds half of a character`),
    );
  });

  it('report 1: takes emoji, also as escapes, and a backslash that somebody wrote', async () => {
    const note = String.raw`\ud83d\ude00 😀 \\ud83d`;
    expect(
      await line(
        `{"format":"rung-data","version":1,"stepProgress":[{"step":"cka","status":"done","note":"${note}"}]}`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['checkIns', { id: 'zero', takenAt: '0001-01-01T00:00:00Z', ratings: [] }, 'takenAt'],
    ['checkIns', { id: 'a', takenAt: '9999-12-31T20:00:00Z', ratings: [] }, 'takenAt'],
    ['stepProgress', { step: 'cka', status: 'done', finishedOn: '0999-01-01' }, 'finishedOn'],
    ['stepProgress', { step: 'cka', status: 'done', expiresOn: '9999-12-31' }, 'expiresOn'],
    ['goals', { id: 'g', career: 'devops', role: 'r', setAt: '1969-12-31T23:59:59Z' }, 'setAt'],
  ])('report 2: refuses years in %s that no page can show', async (list, record, field) => {
    const [problem] = await line(file({ [list]: [record] }));
    expect(problem).toMatch(new RegExp(`${list}\\[0\\]\\.${field}: Give a (day|time) from 1970 to 2200`));
  });

  const ownStep = {
    id: 'own-a',
    career: 'devops',
    kind: 'course',
    title: 'A course',
    hours: 10,
    weeks: 2,
    raises: [{ skill: 'coding', from: 1, to: 2 }],
    createdAt: '2026-01-01T00:00:00Z',
    changedAt: '2026-01-01T00:00:00Z',
  };

  it('security 2.a: takes an own step as the form does', async () => {
    expect(await line(file({ ownSteps: [ownStep] }))).toEqual([]);
  });

  it.each([
    ['a billion hours', { hours: 1e9 }, 'hours'],
    ['a billion weeks', { weeks: 1e9 }, 'weeks'],
    ['a price without end', { cost: { amount: 1e300, currency: 'GBP' } }, 'cost.amount'],
    ['a long title', { title: 'x'.repeat(201) }, 'title'],
    ['an empty title', { title: '  ' }, 'title'],
    ['a link that is none', { url: 'data:text/html,x' }, 'url'],
    ['a script for a link', { url: 'javascript:alert(1)' }, 'url'],
    ['raises without end', { raises: Array.from({ length: 21 }, () => ownStep.raises[0]) }, 'raises'],
    [
      'prerequisites without end',
      { prerequisites: Array.from({ length: 21 }, () => 'cka') },
      'prerequisites',
    ],
    ['a kind that the form does not offer', { kind: 'entry-role' }, 'kind'],
    ['an id of the catalogue', { id: 'cka' }, 'id'],
    ['a year that is none', { retiredAt: '9999-01-01T00:00:00Z' }, 'retiredAt'],
  ])('security 2.a: refuses an own step with %s', async (_what, changes, field) => {
    const problems = await line(file({ ownSteps: [{ ...ownStep, ...changes }] }));
    expect(problems).toEqual([expect.stringMatching(new RegExp(`ownSteps\\[0\\]\\.${field}: `))]);
  });

  const many = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);
  const event = { step: 'cka', status: 'done' };
  const goal = { id: 'g', career: 'devops', role: 'devops-engineer', setAt: '2026-01-01T00:00:00Z' };
  const forecast = {
    id: 'f',
    career: 'devops',
    role: 'devops-engineer',
    planId: 'p',
    madeAt: '2026-01-01T00:00:00Z',
    basis: 'catalogue',
    evenOn: '2027-01-01',
    likelyOn: '2027-01-01',
    stepsLeft: 1,
  };
  it.each([
    ['hours spent', { stepProgress: [{ ...event, hoursSpent: 20_001 }] }, 'stepProgress[0].hoursSpent'],
    [
      'hours spent',
      { stepProgress: [{ ...event, hoursSpent: Number.POSITIVE_INFINITY }] },
      'stepProgress[0].hoursSpent',
    ],
    ['steps left', { forecasts: [{ ...forecast, stepsLeft: 1e9 }] }, 'forecasts[0].stepsLeft'],
    ['a day', { forecasts: [{ ...forecast, evenOn: '9999-01-01' }] }, 'forecasts[0].evenOn'],
    ['holdings', { goals: [{ ...goal, holdings: many(501) }] }, 'goals[0].holdings'],
    ['pins', { goals: [{ ...goal, preferences: { pinned: many(501) } }] }, 'goals[0].preferences.pinned'],
    [
      'ratings',
      {
        checkIns: [
          {
            id: 'c',
            takenAt: '2026-01-01T00:00:00Z',
            ratings: many(201).map((skill) => ({ skill, level: 1 })),
          },
        ],
      },
      'checkIns[0].ratings',
    ],
    [
      'settings',
      {
        account: {
          name: 'A',
          email: 'a@example.org',
          timeZone: 'UTC',
          settings: Object.fromEntries(many(101).map((id) => [id, 1])),
        },
      },
      'account.settings',
    ],
  ])('security 2.b: bounds %s in a file', async (_what, parts, place) => {
    const text = file(parts).replace('"hoursSpent":null', '"hoursSpent":1e400');
    expect(await line(text)).toEqual([expect.stringContaining(`${place}: `)]);
  });

  const thing = { id: 'bachelors-other', career: 'devops' };
  const held = { id: 'p', career: 'devops', post: 'linux-administrator', since: '2024-01' };
  const standOut = (also: string[]) => ({
    checkIns: [{ id: 'a', takenAt: '2026-01-01T00:00:00Z', ratings: [{ skill: 'coding', level: 1, also }] }],
  });
  it.each([
    ['can-dos beside a level', standOut(many(501)), 'checkIns[0].ratings[0].also'],
    ['what an own step teaches', { ownSteps: [{ ...ownStep, teaches: many(101) }] }, 'ownSteps[0].teaches'],
    ['where its hours lie', { ownSteps: [{ ...ownStep, pool: 'bed' }] }, 'ownSteps[0].pool'],
    ['the month of a post', { posts: [{ ...held, since: '0001-01' }] }, 'posts[0].since'],
    ['the keys of a post', { posts: [{ ...held, employer: 'Acme' }] }, 'posts[0]'],
    [
      'the day on which something expires',
      { holdings: [{ ...thing, expiresOn: 'x' }] },
      'holdings[0].expiresOn',
    ],
    ['its parts', { secrets: [] }, 'the whole file'],
  ])('security 2.b: bounds %s in a file of version 2', async (_what, parts, place) => {
    const problems = await line(JSON.stringify({ format: 'rung-data', version: 2, ...parts }));
    expect(problems).toEqual([expect.stringContaining(`${place}`)]);
  });

  it('reads a file of the first edition as one of the second', async () => {
    const read = await readAccountData(
      file({ checkIns: [{ id: 'a', takenAt: '2026-01-01T00:00:00Z', ratings: [] }] }),
    );
    expect(read).toMatchObject({ ok: true, file: { version: 2, posts: [], holdings: [], evidence: [] } });
    expect(await line(file({ posts: [] }))).toEqual([expect.stringContaining('the whole file')]);
  });

  it.each([
    ['{}', ['format: A data file of Rung says "format": "rung-data".', 'version: Say which version']],
    ['{"version":1,"checkIns":[]}', ['format: A data file of Rung']],
    ['{"format":"rung-data","checkIns":[]}', ['version: Say which version the file has']],
    ['{"format":"rung-data","version":"1"}', ['version: Say which version the file has']],
  ])('security 20.b: asks %s for its format and version', async (text, sentences) => {
    expect(await line(text)).toEqual(sentences.map((sentence) => expect.stringContaining(sentence)));
  });

  it('names the line at which a text stops being JSON', async () => {
    expect((await line('{\n"checkIns": [,]\n}'))[0]).toMatch(/^Line 2: /);
    expect((await line('{\n"checkIns": ['))[0]).toMatch(/^Line 2: /);
    expect((await line(''))[0]).toMatch(/^Line 1: /);
  });

  it('names at most twenty problems and counts the rest', async () => {
    const problems = await line(JSON.stringify({ checkIns: Array.from({ length: 30 }, () => ({})) }));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatch(/^And \d+ more\.$/);
  });

  it('takes times of any precision as the same instant', async () => {
    const read = await readAccountData(
      file({ checkIns: [{ id: 'a', takenAt: '2026-01-01T00:00:00Z', ratings: [] }] }),
    );
    expect(read.ok && read.file.checkIns[0]?.takenAt).toBe('2026-01-01T00:00:00.000Z');
  });

  it('refuses a length that cannot be compared', async () => {
    const note = { length: { valueOf: 1, toString: 1 } };
    expect(await line(file({ checkIns: [{ note }] }))).toHaveLength(1);
  });

  it.each([
    ['lists within lists', '['.repeat(1_000_000)],
    [
      'settings within settings',
      `{"account":{"name":"a","email":"b","timeZone":"UTC","settings":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}}`,
    ],
    ['a text of escapes', `{"checkIns":[{"note":"${'\\n'.repeat(4_000_000)}"}]}`],
    ['a text left open', `{"checkIns":[{"note":"${'\\'.repeat(8_000_001)}`],
    [
      'a hundred thousand unknown keys',
      `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":1`).join()}}`,
    ],
  ])('refuses %s in short sentences', async (_, text) => {
    const problems = await line(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem.length).toBeLessThanOrEqual(501);
  });

  it('answers every text with a file or with problems, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((part) => JSON.stringify({ checkIns: [part] })),
        ),
        async (text) => {
          const read = await readAccountData(text);
          expect(read.ok || read.problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
