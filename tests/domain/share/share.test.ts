import { describe, expect, it } from 'vitest';
import type { SkillsRecord } from '@/lib/domain/proof/record';
import { limitRecord } from '@/lib/domain/share/limit-record';
import { isOpening } from '@/lib/domain/share/opening';
import { buildShareSchema } from '@/lib/domain/share/share';

const schema = buildShareSchema({ today: '2026-11-28' });
const form = { name: ' My lead ', kind: 'record', since: '2026-01-01', until: '2026-12-12' };

describe('the form that shares a page', () => {
  it('tells nothing that was not ticked', () => {
    expect(schema.parse(form)).toEqual({
      name: 'My lead',
      kind: 'record',
      parts: [],
      since: '2026-01-01',
      until: '2026-12-12',
    });
    expect(schema.parse({ ...form, parts: 'evidence' }).parts).toEqual(['evidence']);
    expect(schema.parse({ ...form, parts: ['evidence', 'name'] }).parts).toEqual(['name', 'evidence']);
  });

  it('keeps a period only for a record, where it may be left open', () => {
    expect(schema.parse({ ...form, kind: 'gap' }).since).toBeNull();
    expect(schema.parse({ ...form, since: '' }).since).toBeNull();
    expect(schema.safeParse({ ...form, since: '2026-11-29' }).error?.issues).toMatchObject([
      { path: ['since'] },
    ]);
    // What another kind does not use is not looked at.
    expect(schema.parse({ ...form, kind: 'plan', since: '2026-11-29' }).since).toBeNull();
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ kind: 'ratings' }, 'kind'],
    [{ parts: ['notes'] }, 'parts'],
    [{ until: '2026-11-27' }, 'until'],
    [{ until: '2027-05-28' }, 'until'],
  ])('refuses %o', (part, field) => {
    expect(schema.safeParse({ ...form, ...part }).error?.issues[0]?.path[0]).toBe(field);
  });

  it('takes the last of 180 days', () => {
    expect(schema.safeParse({ ...form, until: '2027-05-27' }).success).toBe(true);
  });
});

describe('what opens a page', () => {
  it('is not a look ahead, nor a question what it would be', () => {
    const none = [null, null];
    expect(isOpening({ isHead: false, ahead: none })).toBe(true);
    expect(isOpening({ isHead: true, ahead: none })).toBe(false);
    expect(isOpening({ isHead: false, ahead: [null, 'prefetch'] })).toBe(false);
    expect(isOpening({ isHead: false, ahead: ['prefetch;prerender', null] })).toBe(false);
  });
});

describe('a record that is shared', () => {
  const canDo = {
    id: 'a',
    text: 'Does a.',
    state: 'confirmed' as const,
    evidence: [{ title: 'canary title', day: '2026-01-01', url: 'https://canary.example' }],
    confirmedBy: ['Canary Grace'],
  };
  const record: SkillsRecord = {
    format: 'rung-skills-record',
    version: 1,
    person: 'Canary Ada',
    role: { id: 'devops-engineer', title: 'DevOps engineer' },
    from: '2026-01-01',
    to: '2026-11-28',
    madeOn: '2026-11-28',
    readiness: 40,
    skills: [
      {
        id: 'coding',
        name: 'Coding',
        level: 2,
        levelName: 'Guided',
        kind: 'agreed',
        agreedWith: 'Canary Grace',
        target: 3,
        gained: [canDo],
        evidence: canDo.evidence,
        counts: { claimed: 1, shown: 0, confirmed: 1 },
        confirmedBy: ['Canary Grace'],
      },
    ],
    next: [],
  };

  it('holds without more neither the name nor a word of evidence nor who confirmed', () => {
    const limited = limitRecord(record, []);
    expect(JSON.stringify(limited).toLowerCase()).not.toContain('canary');
    expect(limited.skills[0]).toMatchObject({
      level: 2,
      counts: { confirmed: 1 },
      gained: [{ state: 'confirmed' }],
    });
  });

  it('holds each where it was chosen', () => {
    expect(limitRecord(record, ['name', 'evidence'])).toEqual(record);
    expect(limitRecord(record, ['name']).person).toBe('Canary Ada');
    expect(limitRecord(record, ['evidence'])).toEqual({ ...record, person: '' });
  });
});
