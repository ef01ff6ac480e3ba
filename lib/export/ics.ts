import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import { addDays, type Day } from '@/lib/domain/day';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import { describeCatalogue } from '@/lib/wording/plan-catalogue';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';
import {
  computeStepStatus,
  describeHours,
  describeRaise,
  describeStepStatus,
  type Exporter,
  type ExportInput,
  findSafeUrl,
} from './exporter';
import { describeSearch } from './stages';
import { getWords } from './words';

/** The same step of the same goal keeps its id in every export, so that a calendar moves an event instead of adding one. */
function buildUid(step: FollowedStep, { plan }: ExportInput): string {
  return [step.id, plan.role, plan.career].map(encodeURIComponent).join('.').concat('@rung.invalid');
}

const SEQUENCE_START = Date.UTC(2020, 0, 1);

/**
 * What says that an event is newer than the one which a calendar holds: the instant of its last change, and a number that
 * grows with it.
 */
function describeRevision(changedAt: string): { lastModified: Date; sequence: number } {
  const sequence = Math.max(0, Math.floor((Date.parse(changedAt) - SEQUENCE_START) / 1000));
  return { lastModified: new Date(changedAt), sequence };
}

/** The latest of some instants in ISO 8601 UTC. */
export function findLatest(first: string, ...others: readonly (string | undefined)[]): string {
  return others.reduce<string>((latest, one) => (one && one > latest ? one : latest), first);
}

function atMidnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Text that no reader can take for a line of its own: line breaks of every kind become `\n`, other controls go. */
function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
}

// The library escapes the text of events, but neither the calendar's name nor its description.
function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A step that is finished stands for the days that it took, and says so. */
function describeDays(
  { id, status, title, start, finish }: FollowedStep,
  { progress }: Pick<ExportInput, 'progress'>,
): { start: Date; end: Date; summary: string } {
  const finishedOn = progress.get(id)?.finishedOn ?? null;
  if (computeStepStatus({ id, status }, progress) !== 'done' || finishedOn === null)
    return { start: atMidnight(start), end: atMidnight(addDays(finish, 1)), summary: cleanText(title) };
  return {
    start: atMidnight(finishedOn < start ? finishedOn : start),
    end: atMidnight(addDays(finishedOn, 1)),
    summary: cleanText(`Done: ${title}`),
  };
}

function describeStep(step: FollowedStep, input: ExportInput): string {
  const { career, plan, progress, include } = input;
  const isEstimated = plan.totals.cost.estimated.includes(step.id);
  const lines = [
    ...(step.raises.length > 0
      ? [`Raises: ${step.raises.map((raise) => describeRaise(raise, career)).join(', ')}`]
      : []),
    `Hours: ${describeHours(step, input)}`,
    `Cost: ${getWords(input.locale).cost(step.cost, isEstimated)}`,
    `Status: ${describeStepStatus(step, progress)}`,
    ...step.why,
  ];
  const record = progress.get(step.id);
  if (include.evidence && record?.evidence) lines.push(`Evidence: ${record.evidence}`);
  if (include.evidence && record?.note) lines.push(`Note: ${record.note}`);
  const url = findSafeUrl(step.url);
  if (url) lines.push(url);
  return cleanText(lines.join('\n'));
}

// A calendar must hold something to be valid, so a plan without steps says why it has none.
function addEmptyNotice(
  calendar: ICalCalendar,
  { plan, document, plannedAt }: ExportInput,
  stamp: Date,
): void {
  const { start } = plan;
  const summary =
    plan.status === 'infeasible' ? 'No learning plan within these limits' : 'No learning step is needed';
  calendar.createEvent({
    id: [plan.role, plan.career].map(encodeURIComponent).join('.').concat('@rung.invalid'),
    stamp,
    ...describeRevision(plannedAt),
    start: atMidnight(start),
    end: atMidnight(addDays(start, 1)),
    allDay: true,
    summary,
    description: cleanText((document.reasons ?? []).map((reason) => reason.sentence).join('\n')),
    transparency: ICalEventTransparency.TRANSPARENT,
  });
}

export const icsExporter: Exporter = {
  id: 'ics',
  extension: 'ics',
  mediaType: 'text/calendar; charset=utf-8',
  label: 'Calendar',
  purpose: 'your calendar',
  stem: 'learning-plan',
  hasEvidence: true,
  async render(input) {
    return renderCalendar(buildPlanCalendar(input, () => input.exportedAt));
  },
};

export function renderCalendar(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`;
}

/** An empty calendar of the person's, for what is not a plan. */
export function buildCalendar(name: string, description = ''): ICalCalendar {
  return new ICalCalendar({
    prodId: { company: 'Rung', product: 'Learning plan', language: 'EN' },
    name: escapeText(name),
    ...(description ? { description: escapeText(description) } : {}),
  });
}

/** Adds an event of one whole day to a feed; the same key is the same event in every calendar. */
export function addDayEvent(
  calendar: ICalCalendar,
  event: { key: string; on: Day; title: string; changedAt: string },
): void {
  calendar.createEvent({
    id: `${event.key.split(':').map(encodeURIComponent).join('.')}@rung.invalid`,
    stamp: new Date(event.changedAt),
    ...describeRevision(event.changedAt),
    start: atMidnight(event.on),
    end: atMidnight(addDays(event.on, 1)),
    allDay: true,
    summary: cleanText(event.title),
    transparency: ICalEventTransparency.TRANSPARENT,
  });
}

/** `stamp` says when what an event tells was written down, of one that was last changed at an instant. */
export function buildPlanCalendar(input: ExportInput, stamp: (changedAt: string) => Date): ICalCalendar {
  const { career, plan, progress, plannedAt } = input;
  const role = nameEntry(career, plan.role);
  const calendar = buildCalendar(`Learning plan: ${role}`, describeCatalogue(career, plan));
  for (const step of orderSteps(plan.steps)) {
    const changedAt = findLatest(plannedAt, progress.get(step.id)?.recordedAt);
    calendar.createEvent({
      id: buildUid(step, input),
      stamp: stamp(changedAt),
      ...describeRevision(changedAt),
      ...describeDays(step, input),
      allDay: true,
      description: describeStep(step, input),
      categories: [{ name: SECTION_HEADINGS[step.kind] }],
      transparency: ICalEventTransparency.TRANSPARENT,
      status:
        computeStepStatus(step, progress) === 'dropped'
          ? ICalEventStatus.CANCELLED
          : ICalEventStatus.CONFIRMED,
    });
  }
  plan.stages.forEach((stage, place) => {
    const applyFrom = input.applyFrom[place];
    if (!applyFrom) return;
    calendar.createEvent({
      id: ['apply', stage.until, plan.role, plan.career]
        .map(encodeURIComponent)
        .join('.')
        .concat('@rung.invalid'),
      stamp: stamp(plannedAt),
      ...describeRevision(plannedAt),
      start: atMidnight(applyFrom.on),
      end: atMidnight(addDays(applyFrom.on, 1)),
      allDay: true,
      summary: cleanText(`Apply from today: ${nameEntry(career, stage.until)}`),
      description: cleanText(describeSearch(input, place).join('\n')),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  });
  if (plan.steps.length === 0) addEmptyNotice(calendar, input, stamp(plannedAt));
  return calendar;
}
