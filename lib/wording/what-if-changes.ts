import type { Career } from '@/lib/domain/career/career';
import type { Objective, Preferences } from '@/lib/domain/climb/profile';
import { STEP_KINDS } from '@/lib/domain/lists';
import {
  formatCount,
  formatDay,
  formatList,
  formatMoney,
  formatNumber,
  spellForReader,
} from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';

const OBJECTIVE_WORDS: Readonly<Record<Objective, string>> = {
  balanced: 'balance',
  fastest: 'the fastest plan',
  cheapest: 'the cheapest plan',
  fewest: 'the fewest steps',
  lightest: 'the fewest hours of yours',
};

type Settings = { preferences: Preferences; holdings: readonly string[]; leavePost?: boolean };

/** What other settings have that the present ones do not, in words; empty where they are the same. */
export function listChanges(career: Career, present: Settings, other: Settings): string[] {
  const [from, to] = [present.preferences, other.preferences];
  const isOther = (name: keyof Preferences) => JSON.stringify(from[name]) !== JSON.stringify(to[name]);
  const step = (id: string) => career.stepById.get(id)?.title ?? id;
  const kind = (id: string) => {
    const known = STEP_KINDS.find((name) => name === id);
    return `the kind ${known ? STEP_KIND_LABELS[known] : id}`;
  };
  const holding = (id: string) => `“${career.holdingById.get(id)?.label ?? id}”`;
  return [
    isOther('hoursPerWeek') ? `${formatCount(to.hoursPerWeek, 'hour')} a week` : '',
    isOther('workHoursPerWeek') ? `${formatCount(to.workHoursPerWeek, 'hour')} a week at work` : '',
    isOther('hourWorth') ? `an hour worth ${formatNumber(to.hourWorth)}` : '',
    isOther('platform') ? (to.platform ? 'another platform' : 'any platform') : '',
    isOther('weeksOff') ? 'other weeks off' : '',
    (present.leavePost ?? false) === (other.leavePost ?? false)
      ? ''
      : other.leavePost
        ? 'leaving your post to study'
        : 'staying in your post',
    isOther('maxParallel') ? `${formatCount(to.maxParallel, 'step')} at once` : '',
    isOther('budget') ? (to.budget ? `a budget of ${formatMoney(to.budget)}` : 'no budget') : '',
    isOther('deadline') ? (to.deadline ? `a deadline on ${formatDay(to.deadline)}` : 'no deadline') : '',
    isOther('freeFrom')
      ? to.freeFrom
        ? `a new post from ${formatDay(to.freeFrom)} on`
        : 'a new post from any day'
      : '',
    isOther('start') ? `a start on ${formatDay(to.start)}` : '',
    isOther('region') ? 'another region' : '',
    isOther('optimiseFor') ? spellForReader(`optimising for ${OBJECTIVE_WORDS[to.optimiseFor]}`) : '',
    name('pinning', to.pinned, from.pinned, step),
    name('no longer pinning', from.pinned, to.pinned, step),
    name('leaving out', to.excluded, from.excluded, step),
    name('allowing', from.excluded, to.excluded, step),
    ...listDates(from, to, step),
    name('leaving out', to.excludedKinds, from.excludedKinds, kind),
    name('allowing', from.excludedKinds, to.excludedKinds, kind),
    name('having', other.holdings, present.holdings, holding),
    name('not having', present.holdings, other.holdings, holding),
  ].filter(Boolean);
}

/** Dates set by hand that come, go or change. */
function listDates(from: Preferences, to: Preferences, nameOf: (id: string) => string): string[] {
  const [before, after] = [from.dates ?? [], to.dates ?? []];
  const isSame = (one: { step: string; on: string }) => (other: { step: string; on: string }) =>
    one.step === other.step && one.on === other.on;
  return [
    ...after
      .filter((date) => !before.some(isSame(date)))
      .map(({ step, on }) => `beginning ${nameOf(step)} in the week of ${formatDay(on)}`),
    ...before
      .filter(({ step }) => !after.some((other) => other.step === step))
      .map(({ step }) => `no date for ${nameOf(step)}`),
  ];
}

/** The ids of one list that the other has not, by their names and after a word; nothing where there are none. */
function name(
  word: string,
  ids: readonly string[],
  others: readonly string[],
  nameOf: (id: string) => string,
): string {
  const only = ids.filter((id) => !others.includes(id));
  return only.length > 0 ? `${word} ${formatList(only.map(nameOf))}` : '';
}
