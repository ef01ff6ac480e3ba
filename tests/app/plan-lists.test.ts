import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PlanLists } from '@/app/(signed-in)/plan/plan-lists';
import { StepFacts } from '@/app/(signed-in)/plan/row/step-facts';
import { ClimbLadder } from '@/app/climb/climb-ladder';
import { Requirements } from '@/app/climb/requirements';
import { WaysIn } from '@/app/climb/ways-in';
import { loadCareer } from '@/lib/catalogue';
import type { Lapse } from '@/lib/domain/certificate';
import { listApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import type { HeldPost } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { buildGlance } from '@/lib/domain/plan/glance/glance';
import { readStagedPlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const read = (name: 'changer' | 'administrator' | 'reliability') => {
  const document = readStagedPlan(name);
  const plan = toFollowed(document);
  const today = plan.start;
  const applyFrom = listApplyFrom(career, { plan, profile: document.profile, records: [], today });
  return { plan, glance: buildGlance(career, { plan, records: [], today, applyFrom }) };
};
const changer = read('changer');
const administrator = read('administrator');
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const lists = ({ plan, glance }: typeof changer, today = plan.start, lapses: Lapse[] = []) =>
  renderToStaticMarkup(
    createElement(PlanLists, {
      career,
      today,
      glance,
      isInWork: false,
      lapses,
      besideOf: (post) => [`beside ${post}`],
      partsOf: () => ({ answer: null, isUndoable: false, opened: 'opened', isOpen: false }),
      started: 'started',
    }),
  );

describe('the lists of a plan', () => {
  it('are Now, Next and Later, each row with its acts and its menu', () => {
    const html = lists(administrator);
    for (const name of ['now', 'next', 'later']) expect(html).toContain(`aria-labelledby="list-${name}"`);
    const [row = ''] = /<li id="a-team-new-to-you".*?<\/li>/s.exec(html) ?? [];
    for (const act of ['Start', 'Log hours', 'Done', 'More', 'Drop', 'Pin', 'Leave out', 'Swap', 'Move'])
      expect(row).toContain(`>${act}</button>`);
    expect(row).toContain('value="start a-team-new-to-you "');
    expect(row).toContain('aria-labelledby="row-a-team-new-to-you"');
  });

  it('tell every later stage in a line with what it rests on, and the search as a step', () => {
    const plain = text(lists(changer));
    expect(plain).toContain('Find a post: IT support or help-desk technician');
    expect(plain).toContain('started');
    expect(plain).toContain('beside entry-role-it-support');
    expect(plain).toMatch(
      /Junior DevOps engineer 1\d steps, 45 weeks from .* rests on starting as Junior DevOps engineer/,
    );
  });

  it('have the search among what is now from the day on which one can apply, with what one can show by then', () => {
    const reliability = read('reliability');
    const on = reliability.glance.present?.applyFrom?.on ?? expect.fail('nothing told');
    const placeOf = (today: string) => {
      const html = lists(reliability, today);
      return html.indexOf('search-site-reliability-engineer') < html.indexOf('list-next') ? 'now' : 'later';
    };
    expect(placeOf(addDays(on, -1))).toBe('later');
    expect(placeOf(on)).toBe('now');
    const plain = text(lists(reliability));
    expect(plain).toContain('Find a post: Site reliability engineer');
    expect(plain).toContain(
      'From 11 Oct 2027 you can apply as Site reliability engineer (estimate): by then',
    );
    expect(text(lists(reliability, on))).toContain('You can apply as Site reliability engineer now');
    const ladder = renderToStaticMarkup(
      createElement(ClimbLadder, { career, plan: reliability.plan, glance: reliability.glance }),
    );
    expect(text(ladder)).toContain('apply from 11 Oct 2027 (estimate)');
  });

  it('have a certificate to renew as a row: now in its last month, next in its last four, later before the plan ends', () => {
    const { start } = administrator.plan;
    const drawn = (days: number, when: Lapse['when'], isHeld = true) => {
      const lapse = { step: 'cka', expiresOn: addDays(start, days), when, isHeld };
      const html = lists(administrator, start, [lapse]);
      const before = html.slice(0, html.indexOf('id="renewal-cka"'));
      const [list] = ['later', 'next', 'now'].filter((id) => before.includes(`id="list-${id}"`));
      const [row = ''] = /<li id="renewal-cka".*?<\/li>/s.exec(html) ?? [];
      return `${list}: ${text(row)}`;
    };
    expect(drawn(-1, 'lapsed')).toMatch(/^now: .*Renew Certified Kubernetes Administrator.* lapsed /);
    expect(drawn(30, 'before-target')).toMatch(/^now: .* by /);
    expect(drawn(31, 'soon')).toMatch(/^next: .* lapses on [^,]+\./);
    expect(drawn(200, 'before-target')).toMatch(/^later: .* before your plan reaches its target/);
    expect(drawn(200, 'before-target', false)).toMatch(/^later: .*\(estimate\)/);
  });

  it('have the search among what is later until its first day, and from then on among what is now', () => {
    const { present } = changer.glance;
    const start = present?.search?.start ?? '';
    const placeOf = (today: string) => {
      const html = lists(changer, today);
      const at = html.indexOf('Find a post: IT support');
      return html.lastIndexOf('id="list-now"', at) > html.lastIndexOf('id="list-later"', at)
        ? 'now'
        : 'later';
    };
    expect(placeOf(addDays(start, -1))).toBe('later');
    expect(placeOf(start)).toBe('now');
  });

  it('hold every step once', () => {
    const ids = [...lists(changer).matchAll(/<li id="([^"]+)" class="plan-row" data-kind/g)].map(
      ([, id]) => id,
    );
    expect(ids.toSorted()).toEqual(changer.plan.steps.map(({ id }) => id).toSorted());
  });
});

describe('what a row opens to', () => {
  const open = (id: string) => {
    const row = administrator.glance.rows.find(({ step }) => step.id === id);
    if (!row) throw new Error(`There is no ${id}.`);
    return text(renderToStaticMarkup(createElement(StepFacts, { career, plan: administrator.plan, row })));
  };

  it('says what to do, what one can do afterwards, what comes before, why, what it takes and what to keep', () => {
    const plain = open('exercism-track');
    expect(plain).toContain('Choose one language');
    expect(plain).toContain('What you can do afterwards');
    for (const label of ['Before it', 'Why', 'Takes', 'As proof', 'When']) expect(plain).toContain(label);
    expect(plain).toContain('Keep the repository and the ten notes');
  });

  it('says of a step at work whose yes it needs', () => {
    expect(open('on-call-rota')).toContain('needs your manager’s yes');
    expect(open('exercism-track')).not.toContain('manager’s yes');
  });
});

describe('the climb beside the lists', () => {
  it('leads from where one is over the posts to the goal', () => {
    const plain = text(
      renderToStaticMarkup(
        createElement(ClimbLadder, { career, plan: changer.plan, glance: changer.glance }),
      ),
    );
    expect(plain).toMatch(/DevOps engineer ready by .* Junior DevOps engineer .* IT support .* You are here/);
  });

  it('shows three ways and folds the rest, and says what the goal asks beside skills', () => {
    const html = renderToStaticMarkup(
      createElement(WaysIn, { career, plan: changer.plan, ways: changer.glance.ways }),
    );
    const [first = ''] = html.split('<details>');
    expect(first.match(/<tr/g)).toHaveLength(4);
    expect(text(html)).toContain('9 more ways');
    const asks = text(
      renderToStaticMarkup(
        createElement(Requirements, {
          career,
          plan: changer.plan,
          rows: changer.glance.rows,
          held: new Set<string>(),
          posts: [],
        }),
      ),
    );
    expect(asks).toMatch(/Certification step \d+/);
    expect(asks).toContain('by the posts on the way');
  });

  it('names what meets a requirement already, though posts on the way would count for it too', () => {
    const asks = (plan: typeof changer.plan, held: string[], posts: HeldPost[]) =>
      text(
        renderToStaticMarkup(
          createElement(Requirements, { career, plan, rows: [], held: new Set(held), posts }),
        ),
      );
    const [post = ''] = changer.plan.stages.flatMap((stage) => stage.post ?? []);
    const requirements = [
      { id: 'certification', by: ['az-104'] },
      { id: 'experience', by: [post, 'linux-administrator'] },
    ];
    const plan = { ...changer.plan, role: 'devops-engineer', requirements };
    const years = [{ post: 'linux-administrator', weeks: 400, current: true }];
    const known = asks(plan, ['az-104', 'linux-administrator'], years);
    expect(known).toContain('Certification ✓');
    expect(known).not.toContain('by the posts on the way');
    expect(asks(plan, ['az-104'], [])).toContain('by the posts on the way');
    // A certificate is no post, whatever became of it since.
    expect(asks({ ...plan, requirements: requirements.slice(0, 1) }, [], [])).not.toContain('by the posts');
  });
});
