import { expect, test } from '@playwright/test';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { addDays, type Day } from '@/lib/domain/day';
import { formatDay } from '@/lib/wording/format';
import { FormPerson } from './support/form-person';
import { startOwnServer } from './support/own-server';
import { ADMINISTRATOR } from './support/person';
import { ServerClock } from './support/server-clock';

// A year in the life of someone with a plan, on a server whose clock the test sets from visit to visit.

const clock = new ServerClock();

const setDay = (day: Day) => clock.set(new Date(`${day}T12:00:00Z`));

test.afterAll(() => clock.remove());

const startOf = (plan: PlanDocument, id: string | undefined) =>
  plan.steps.find((step) => step.id === id)?.start;

test('lives a year with a plan: makes, follows, slips, rates again, replans, swaps, finishes and renews', async () => {
  await setDay('2027-01-01');
  const server = await startOwnServer(clock.settings);
  try {
    const person = new FormPerson(server.origin);
    const read = async (address: string) =>
      (await person.browser.get(address)).text
        .replaceAll(/<!-- -->|<\/?span>/g, '')
        .replaceAll('&#x27;', "'");
    /** Comes back on a later day. Sessions end meanwhile, so the person signs in. */
    const comeBack = async (day: Day) => {
      await setDay(day);
      person.browser.cookies.clear();
      await person.signIn();
    };
    const readReadiness = async () => /Readiness \d+%/.exec(await read('/gap'))?.[0];

    // Make: the start is the next Monday, and before it there is no line for today.
    await person.signUp();
    await person.checkIn(ADMINISTRATOR);
    expect(await read('/plan')).toMatch(/name="start"[^>]*value="2027-01-04"/);
    await person.makePlan({ start: '2027-01-04' });
    expect(await read('/plan/what-if')).toContain('Choose what to change in the');
    const made = await person.readPlan();
    const finish = made.totals.finish ?? '';
    expect(await read('/plan')).not.toContain('The dashed line is today');
    expect(await read('/plan')).toContain(`your plan ends on ${formatDay(finish)}`);

    // Follow: today's line has come, and a finished step changes no rating but invites to one.
    const [first, second] = made.steps
      .filter(({ hours, kind, teaches }) => hours > 0 && kind !== 'certification' && teaches.length > 0)
      .sort((one, other) => (one.finish < other.finish ? -1 : 1));
    const firstDay = addDays(first?.finish ?? '', 1);
    await comeBack(firstDay);
    const before = await readReadiness();
    expect(await read('/plan')).toContain(`The dashed line is today, ${formatDay(firstDay)}`);
    await person.saveStep(first?.id ?? '', { status: 'done', hoursSpent: String((first?.hours ?? 0) * 2) });
    expect(await read('/plan')).toContain('Finished. That alone changes no rating');
    expect(await read(`/plan?why=${first?.id}`)).toContain('it stays in every plan that goes on from here');
    expect(await readReadiness()).toBe(before);
    await person.undoStep(first?.id ?? '');
    expect(await read('/plan')).not.toContain('Finished. That alone changes no rating');
    await person.saveStep(first?.id ?? '', { status: 'done', hoursSpent: String((first?.hours ?? 0) * 2) });
    await person.saveStep(second?.id ?? '', { status: 'in-progress', hoursSpent: '2' });

    // Slip: months pass without a word, so the dates move and the page says what is late. Nothing else changes.
    await comeBack('2027-07-05');
    const late = await read('/plan');
    expect(late).toMatch(/You are \d+ weeks? behind\./);
    expect(late).toMatch(/\d+ weeks? late to start/);
    expect(late).toContain('Move everything');
    expect(late).not.toContain('See what would change');
    expect(await person.readPlan()).toMatchObject({ totals: made.totals });
    expect(await read('/home')).toMatch(/You are \d+ weeks? behind\./);

    // A step repriced since stays in the plan as it was, with a line that says so.
    await server.database.execute(
      "update plan set document = json_set(document, '$.steps[0].cost.amount', 999, '$.catalogue', 'older')",
    );
    expect(await read('/plan')).toContain('as its price; your plan counts');

    // A check-in that is corrected, deleted and brought back keeps what is forecast that day, a week later each time.
    const [checkIn] = (await server.database.execute('select id from check_in')).rows;
    const changes: [Day, path: string, button: string, fields: Record<string, string>][] = [
      ['2027-07-12', `/progress/${checkIn?.id}`, 'Save correction', { 'ratings.coding.level': '1' }],
      ['2027-07-19', `/progress/${checkIn?.id}`, 'Delete check-in', {}],
      ['2027-07-26', `/progress?deleted=${checkIn?.id}`, 'Undo', {}],
    ];
    for (const [day, path, button, fields] of changes) {
      await comeBack(day);
      expect((await person.browser.submit(path, button, fields)).location).toContain('/progress');
      const keptOn = async () => (await server.database.execute('select made_at from forecast')).rows;
      await expect.poll(async () => JSON.stringify(await keptOn())).toContain(day);
    }

    // Re-rate and replan: the offer moves neither what is finished nor what is begun, and nothing into the past.
    // What they taught is rated no lower: a finished step that taught what is gone again would have to be done again.
    const { canDoById } = loadCareer();
    const taught = new Set(
      [first, second].flatMap((step) => step?.teaches.map((id) => canDoById.get(id)?.skill)),
    );
    const lower = ['coding', 'server-administration', 'information-security', 'systems-design-integration'];
    const gone = lower.filter((skill) => !taught.has(skill));
    expect(gone.length).toBeGreaterThan(1);
    await person.checkIn(Object.fromEntries(gone.map((skill) => [skill, 0])));
    await expect.poll(() => read('/plan'), { timeout: 60_000 }).toContain('See what would change');
    const taken = await person.browser.submit('/plan/replan', 'Take it', {});
    expect(taken.location).toBe('/plan?made=1#plan');
    const replanned = await person.readPlan();
    for (const step of [first, second]) expect(startOf(replanned, step?.id)).toBe(step?.start);
    const begun = new Set([first?.id, second?.id]);
    const ahead = replanned.steps.filter(({ id }) => !begun.has(id));
    expect(ahead.length).toBeGreaterThan(0);
    for (const step of ahead) expect(step.start >= '2027-07-26', step.id).toBe(true);
    expect(await read('/plan')).not.toContain('late to start');

    // Swap: the other step takes the place, and what was finished stays.
    await comeBack('2027-08-02');
    const { out, title } = await person.swapOneOf(
      replanned.steps.map(({ id }) => id).filter((id) => !begun.has(id)),
    );
    const swapped = await person.readPlan();
    expect(swapped.steps.map((step) => step.title)).toContain(title);
    expect(swapped.steps.map(({ id }) => id)).not.toContain(out);
    expect(startOf(swapped, first?.id)).toBe(first?.start);

    // Finish: from the third step with hours on, the forecast is the person's own; each earlier one is still told.
    await comeBack('2027-10-04');
    const left = swapped.steps.filter(({ id }) => id !== first?.id);
    const certificate = left.find(({ kind }) => kind === 'certification');
    for (const step of left.filter(({ hours }) => hours > 0).slice(0, 2))
      await person.saveStep(step.id, { status: 'done', hoursSpent: String(step.hours * 2) });
    expect(await read('/plan')).toMatch(/From the hours of [34] steps that you finished/);
    expect(await read('/plan')).toContain('Earlier forecasts and how they fared');
    await person.saveStep(certificate?.id ?? '', { status: 'done', expiresOn: '2028-02-01' });

    // Renew: the line comes before the certificate lapses, and goes once it is renewed.
    await comeBack('2027-12-06');
    const named = `${certificate?.title} lapses on ${formatDay('2028-02-01')}`;
    expect(await read('/plan')).toContain(named);
    await comeBack('2028-01-10');
    await person.saveStep(certificate?.id ?? '', {
      status: 'done',
      finishedOn: '2028-01-10',
      expiresOn: '2038-01-10',
    });
    expect(await read('/plan')).not.toContain(named);

    // The end: nothing is left, and what was forecast is held against the day.
    const { steps } = await person.readPlan();
    for (const { id } of steps.filter(({ status }) => status !== 'done'))
      await person.saveStep(id, { status: 'done' });
    const end = await read('/plan');
    expect(end).toContain(
      `Nothing is left to forecast: the last step was finished on ${formatDay('2028-01-10')}`,
    );
    expect(end).toMatch(/You finished \d+ days (sooner|later)/);
  } finally {
    await server.stop();
  }
});
