import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { orderSteps } from '@/lib/domain/plan/glance/row';

import type { ExportInput } from '@/lib/export/exporter';
import { icsExporter } from '@/lib/export/ics';
import { buildSampleInput, buildSamplePlan, readStagedPlan } from '../../support/sample-plan';

async function readCalendar(input: ExportInput): Promise<{ file: string; calendar: ICAL.Component }> {
  const file = String(await icsExporter.render(input));
  return { file, calendar: new ICAL.Component(ICAL.parse(file)) };
}

const RECORD = {
  hoursSpent: null,
  finishedOn: null,
  expiresOn: null,
  evidence: null,
  note: null,
  recordedAt: '2026-11-21T09:00:00.000Z',
};

function retitle(title: string): ExportInput {
  const plan = buildSamplePlan({ steps: 3 });
  return buildSampleInput({
    document: { ...plan, steps: plan.steps.map((step) => ({ ...step, title, why: [title] })) },
  });
}

describe('the calendar file', () => {
  test('has a whole-day event a step that ends the day after its last day', async () => {
    const input = buildSampleInput();
    const { calendar } = await readCalendar(input);
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events).toHaveLength(30);
    expect(
      events.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString()]),
    ).toEqual(orderSteps(input.plan.steps).map((step) => [step.title, step.start, addDays(step.finish, 1)]));
    for (const event of events) expect([event.startDate.isDate, event.endDate.isDate]).toEqual([true, true]);
  });

  test('shows a finished step on the days that it took, and from when one can apply', async () => {
    const document = readStagedPlan();
    const [first = expect.fail('no step')] = orderSteps(document.steps);
    const finishedOn = addDays(first.start, 1);
    const progress = new Map([[first.id, { ...RECORD, status: 'done' as const, finishedOn }]]);
    const { calendar } = await readCalendar(buildSampleInput({ document, progress }));
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    const done = events.find(({ summary }) => summary === `Done: ${first.title}`);
    expect([done?.startDate.toString(), done?.endDate.toString()]).toEqual([
      first.start,
      addDays(finishedOn, 1),
    ]);
    const input = buildSampleInput({ document: readStagedPlan('reliability') });
    const days = input.applyFrom.flatMap((one) => one?.on ?? []);
    expect(days.length).toBeGreaterThan(0);
    const applying = (await readCalendar(input)).calendar
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
      .filter(({ summary }) => summary.startsWith('Apply from today: '));
    expect(applying.map(({ startDate }) => startDate.toString())).toEqual(days);
  });

  test('carries VERSION, PRODID, and in every event one UID, DTSTAMP, DTSTART and DTEND', async () => {
    const { file, calendar } = await readCalendar(buildSampleInput());
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toMatch(/^-\/\/Rung\/\//);
    const events = file.split('BEGIN:VEVENT').slice(1);
    expect(events).toHaveLength(30);
    for (const event of events) {
      expect(event.match(/^UID:\S+@\S+\r$/gm)).toHaveLength(1);
      expect(event.match(/^DTSTAMP:20261122T200000Z\r$/gm)).toHaveLength(1);
      expect(event.match(/^DTSTART;VALUE=DATE:\d{8}\r$/gm)).toHaveLength(1);
      expect(event.match(/^DTEND;VALUE=DATE:\d{8}\r$/gm)).toHaveLength(1);
    }
  });

  test('keeps the UID of a step across exports, persons and moved dates, and has each once', async () => {
    const readUids = async (input: ExportInput): Promise<string[]> =>
      [...(await readCalendar(input)).file.matchAll(/^UID:(.*)\r$/gm)].map((match) => match[1] ?? '');
    const plan = buildSamplePlan();
    const moved = {
      ...plan,
      steps: plan.steps.map((step) => ({ ...step, start: '2031-01-06', finish: '2031-02-02' })),
    };
    const first = await readUids(buildSampleInput({ document: plan }));
    const later = await readUids(
      buildSampleInput({
        document: moved,
        exportedAt: new Date('2027-05-01T00:00:00Z'),
        person: { name: 'Someone else', email: null, timeZone: 'UTC' },
      }),
    );
    expect(new Set(first).size).toBe(30);
    expect(later).toEqual(first);
    expect(
      await readUids(buildSampleInput({ document: buildSamplePlan({ role: 'platform-engineer' }) })),
    ).not.toEqual(first);
  });

  test.each([
    'plain',
    'Nguyễn Thị Ánh '.repeat(20),
    '王小明'.repeat(60),
    '🦊'.repeat(60),
    'ليلى '.repeat(40),
  ])('ends lines with CRLF and folds them at 75 octets without breaking a character: %s', async (title) => {
    const { file, calendar } = await readCalendar(retitle(title));
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
    expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')).toBe(title);
  });

  test.each([
    'a;b,c\\d',
    'two\nlines',
    'two\r\nEND:VEVENT\r\nATTENDEE:mailto:x@example.org',
    'two\rBEGIN:VALARM',
    'next\u0085DESCRIPTION:x',
    'line\u2028X-EVIL:1',
    '"quoted": value\u0007',
    'C:\\new',
  ])('security 17: keeps %j inside its own value', async (title) => {
    const { calendar } = await readCalendar(retitle(title));
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).toHaveLength(3);
    for (const event of events) {
      expect(event.getAllProperties().map((property) => property.name)).not.toContain('attendee');
      expect(event.getAllSubcomponents()).toEqual([]);
      expect(event.getFirstPropertyValue('summary')).toBe(
        title.replace(/\r\n?|[\u0085\u2028]/g, '\n').replaceAll('\u0007', ' '),
      );
    }
  });

  test('report smaller: says of each event when it was last changed, by an instant and a number that grow', async () => {
    const plan = buildSamplePlan({ steps: 2 });
    const [first = '', second = ''] = orderSteps(plan.steps).map(({ id }) => id);
    const read = async (changes: Partial<ExportInput>) => {
      const { calendar } = await readCalendar(buildSampleInput({ document: plan, ...changes }));
      return calendar.getAllSubcomponents('vevent').map((event) => ({
        id: String(event.getFirstPropertyValue('uid')).split('.')[0],
        changed: String(event.getFirstPropertyValue('last-modified')),
        sequence: Number(event.getFirstPropertyValue('sequence')),
      }));
    };
    const before = await read({ plannedAt: '2026-11-20T08:00:00.000Z' });
    expect(before.map(({ changed }) => changed)).toEqual(['2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z']);
    const moved = await read({
      plannedAt: '2026-11-20T08:00:01.000Z',
      progress: new Map([[second, { ...RECORD, status: 'in-progress' as const }]]),
    });
    expect(moved.map(({ id, changed }) => [id, changed])).toEqual([
      [encodeURIComponent(first), '2026-11-20T08:00:01Z'],
      [encodeURIComponent(second), '2026-11-21T09:00:00Z'],
    ]);
    for (const [index, { sequence }] of moved.entries()) {
      expect(sequence).toBeGreaterThan(before[index]?.sequence ?? 0);
      expect(sequence).toBeLessThan(2 ** 31);
    }
    const [empty] = await read({ document: buildSamplePlan({ steps: 0 }) });
    expect(empty?.changed).toBe('2026-11-20T08:00:00Z');
  });

  test('holds one event that says so where the plan has no step', async () => {
    const { calendar } = await readCalendar(buildSampleInput({ document: buildSamplePlan({ steps: 0 }) }));
    const summaries = calendar
      .getAllSubcomponents('vevent')
      .map((event) => event.getFirstPropertyValue('summary'));
    expect(summaries).toEqual(['No learning step is needed']);
  });

  test('cancels the event of a dropped step', async () => {
    const plan = buildSamplePlan({ steps: 1 });
    const id = plan.steps[0]?.id ?? '';
    const progress = new Map([[id, { ...RECORD, status: 'dropped' as const }]]);
    expect((await readCalendar(buildSampleInput({ document: plan, progress }))).file).toContain(
      'STATUS:CANCELLED\r\n',
    );
  });
});
