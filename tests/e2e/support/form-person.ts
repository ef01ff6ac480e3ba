import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { type Answer, FormClient } from '../../support/form-client';
import { readHiddenFields, readHiddenInputs } from '../../support/hidden-fields';
import { PLAN_FIELDS } from '../../support/plan-fields';
import { FEW_ARE_MEANT } from './person';

let people = 0;

/** Someone whose browser runs no script: every change is a form. */
export class FormPerson {
  readonly browser: FormClient;
  private readonly account = { email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` };

  constructor(baseURL: string | undefined, headers: Readonly<Record<string, string>> = {}) {
    people += 1;
    const address = `2001:db8:11:${people}::1`;
    this.browser = new FormClient(baseURL ?? '', { 'x-forwarded-for': address, ...headers });
  }

  async signUp(): Promise<void> {
    await this.browser.signUp(this.account);
  }

  async signIn(): Promise<void> {
    const { location } = await this.browser.signIn(this.account);
    expect(location).toBe('/home');
  }

  async checkIn(levels: Readonly<Record<string, number>>): Promise<void> {
    const fields = Object.entries(levels).map(([skill, level]) => [`ratings.${skill}.level`, String(level)]);
    const saved = await this.browser.submit('/rate/all', 'Save check-in', {
      ...Object.fromEntries(fields),
      ...FEW_ARE_MEANT,
    });
    expect(saved.location).toMatch(/^\/gap\?saved=/);
  }

  async makePlan(settings: Readonly<Record<string, string>> & { start: string }): Promise<void> {
    const made = await this.browser.submit('/plan', 'Make my plan', { ...PLAN_FIELDS, ...settings });
    const said = /class="notice[^>]*>(.*?)<\/div>/s.exec(made.text)?.[1];
    expect(made.location, `${made.status}: ${said ?? 'no notice'}`).toBe('/plan?made=1#plan');
  }

  async readPlan(): Promise<PlanDocument> {
    return JSON.parse((await this.browser.get('/plan/export/json')).text);
  }

  async saveStep(step: string, fields: Record<string, string>): Promise<void> {
    const answer = await this.sendStepForm(step, { hoursSpent: '', ...fields });
    expect(this.readAnswer(await this.follow(answer), step)).toContain('Saved.');
    const form = await this.readStepForm(step);
    expect(form).toMatch(new RegExp(`<option value="${fields.status}"[^>]* selected`));
  }

  async dropStep(step: string): Promise<void> {
    await this.saveStep(step, { status: 'dropped' });
  }

  async undoStep(step: string): Promise<void> {
    const { text } = await this.browser.get(`/plan?edit=${step}`);
    const undo = new RegExp(`value="(undo ${step} [^"]*)"`).exec(text)?.[1] ?? '';
    await this.act(undo);
  }

  /** Presses a button of a row on /plan by what it says, such as `done STEP EVENT`, and answers what stands there then. */
  async act(act: string): Promise<string> {
    const { text } = await this.browser.get('/plan');
    const form = `<form${text.split('<form').find((part) => part.includes('id="acts"')) ?? ''}`;
    const hidden = readHiddenInputs(form.split('</form>')[0] ?? '');
    const answer = await this.browser.post('/plan', hidden, { act });
    const step = act.split(' ')[1] ?? '';
    return this.readAnswer(await this.follow(answer), step);
  }

  /** Goes where an answer leads. */
  private async follow({ location }: Answer): Promise<string> {
    expect(location).toMatch(/^\/plan\?/);
    return (await this.browser.get((location ?? '').split('#')[0] ?? '')).text;
  }

  /** What a page says in the row of a step. */
  private readAnswer(page: string, step: string): string {
    const row = page.split(` id="${step}" class="plan-row"`)[1]?.split('class="plan-row"')[0] ?? '';
    return row.split('row-answer')[1]?.replaceAll(/<!-- -->|<\/?span>/g, '') ?? '';
  }

  /** Follows a link of a page by its words, to the plan with other settings, and takes that. */
  async takeWhatIf(path: string, words: string): Promise<void> {
    const page = await this.browser.get(path);
    const whatIf = readLinks(page.text).find(({ text }) => text === words)?.href ?? '';
    expect(whatIf, words).toContain('what-if');
    const taken = await this.browser.submit(whatIf, 'Take it', {});
    expect(taken.location).toBe('/plan?made=1#plan');
  }

  /** The first step of the plan without which there is none. */
  async findNeeded(): Promise<PlanDocument['steps'][number]> {
    const { steps } = await this.readPlan();
    for (const step of steps) {
      const { text } = await this.browser.get(`/plan?why=${step.id}`);
      if (/Without it (no plan was found|there is no plan)/.test(text)) return step;
    }
    throw new Error('The plan can do without any of its steps.');
  }

  /** Swaps the first of the steps that another could stand in for, and says which for which. */
  async swapOneOf(steps: readonly string[]): Promise<{ out: string; title: string }> {
    for (const id of steps) {
      const { text } = await this.browser.get(`/plan?why=${id}`);
      const offered = readLinks(text.split('Swap it for')[1]?.split('</ul>')[0] ?? '')[0];
      if (!offered) continue;
      await this.takeWhatIf(`/plan?why=${id}`, offered.text);
      return { out: id, title: offered.text };
    }
    throw new Error('No step of the plan can be swapped.');
  }

  private async sendStepForm(step: string, fields: Record<string, string>): Promise<Answer> {
    const form = await this.readStepForm(step);
    return this.browser.post(`/plan?edit=${step}`, readHiddenFields(form, 'Save step'), fields);
  }

  private async readStepForm(step: string): Promise<string> {
    const { text } = await this.browser.get(`/plan?edit=${step}`);
    const form = text
      .split('<form')
      .find((part) => part.includes(`name="step" value="${step}"`) && part.includes('>Save step</button>'));
    return `<form${form ?? ''}`;
  }
}

function readLinks(html: string): { href: string; text: string }[] {
  const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'");
  return [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href = '', text = '']) => ({
    href: plain(href),
    text: plain(text),
  }));
}
