import type { AppProcess } from '@/tests/support/app-server';
import { inventCheckIn, signUpOverHttp } from '@/tests/support/person-over-http';
import { PLAN_FIELDS } from '@/tests/support/plan-fields';
import { findPageOfSize, withBareApp } from './bare-app';
import { compareByTurns, type Target } from './load';
import { withApp } from './with-app';

const GAP_BAR = 0.75;
const LANDING_BAR = 0.95;
const PLAN_BAR = 0.75;
/** Far from somebody who has rated nothing. */
const FAR_ROLE = 'cyber-security-engineer';
const LEAST_STEPS = 28;

export function toTarget(server: AppProcess, requests: Target['requests']): Target {
  return { url: server.origin, processId: server.pid(), requests };
}

/** Somebody who has signed up and rated every skill, as the cookies of their browser. */
export async function makeRatedPerson(origin: string): Promise<string> {
  const person = await signUpOverHttp(origin);
  await person.saveCheckIn(inventCheckIn());
  return person.http.cookie;
}

export async function readPage(origin: string, path: string, cookie = ''): Promise<string> {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  return answer.text();
}

/** The gap page of somebody signed in, beside a bare dynamic page that renders the same markup from constants. */
export async function measureGapPage(): Promise<object[]> {
  return withApp(async (rung) => {
    const cookie = await makeRatedPerson(rung.origin);
    const html = await readPage(rung.origin, '/gap', cookie);
    return withBareApp(
      async (bare) => {
        const compared = await compareByTurns({
          measured: toTarget(rung, [{ path: '/gap', cookie }]),
          baseline: toTarget(bare, [{ path: '/markup' }]),
        });
        const measure = 'gap page signed in ÷ a bare dynamic page of the same markup, requests a second';
        return [{ measure, ...compared, bar: `at least ${GAP_BAR}`, isMet: compared.ratio >= GAP_BAR }];
      },
      { html },
    );
  });
}

/** The page of a long plan, beside a bare dynamic page that renders the same markup from constants. */
export async function measurePlanPage(): Promise<object[]> {
  return withApp(async (rung) => {
    const { http } = await signUpOverHttp(rung.origin);
    const { cookie } = http;
    await http.submit('/gap', 'Set as goal', { role: FAR_ROLE });
    const start = new Date().toISOString().slice(0, 10);
    await http.submit('/plan', 'Make my plan', { ...PLAN_FIELDS, start });
    const html = await readPage(rung.origin, '/plan', cookie);
    const steps = html.match(/class="plan-row" data-kind=/g)?.length ?? 0;
    if (steps < LEAST_STEPS) throw new Error(`The plan has ${steps} steps.`);
    return withBareApp(
      async (bare) => {
        const compared = await compareByTurns({
          measured: toTarget(rung, [{ path: '/plan', cookie }]),
          baseline: toTarget(bare, [{ path: '/markup' }]),
        });
        const measure = 'plan page ÷ a bare dynamic page of the same markup, requests a second';
        return [
          { measure, ...compared, steps, bar: `at least ${PLAN_BAR}`, isMet: compared.ratio >= PLAN_BAR },
        ];
      },
      { html },
    );
  });
}

/** The landing page beside a prerendered page of a bare Next app that has as many bytes. */
export async function measureLandingPage(): Promise<object[]> {
  return withApp((rung) =>
    withBareApp(async (bare) => {
      const bytes = Buffer.byteLength(await readPage(rung.origin, '/'));
      const path = await findPageOfSize({ origin: bare.origin, bytes });
      const compared = await compareByTurns({
        measured: toTarget(rung, [{ path: '/' }]),
        baseline: toTarget(bare, [{ path }]),
      });
      const measure = 'landing page ÷ a bare prerendered page of the same size, requests a second';
      return [
        { measure, ...compared, bytes, bar: `at least ${LANDING_BAR}`, isMet: compared.ratio >= LANDING_BAR },
      ];
    }),
  );
}
