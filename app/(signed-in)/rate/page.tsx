import type { Metadata } from 'next';
import { requireUserOrPost } from '@/lib/auth/session';
import { loadCareer } from '@/lib/catalogue';
import { computeDayInZone, computeDaysBetween } from '@/lib/domain/day';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { formatDay } from '@/lib/wording/format';
import { RateForm } from './rate-form';
import type { RatedSkill } from './rated-skill';

export const metadata: Metadata = { title: 'Rate your skills' };

export default async function RatePage() {
  const user = await requireUserOrPost('/rate');
  const standing = user ? await loadStanding(user.id) : null;
  const career = loadCareer();
  const skills = career.skills.map(
    (skill): RatedSkill => ({
      id: skill.id,
      name: skill.name,
      kind: skill.kind,
      description: skill.description,
      topics: skill.topics.map((topic) => ({
        id: topic.id,
        name: topic.name,
        description: topic.description,
      })),
      levels: skill.levels.map(({ level, descriptor }) => ({
        level,
        name: career.scale[level]?.name ?? '',
        descriptor,
      })),
      compared: standing ? describeStanding(standing, skill.id) : [],
      isComparedFirst: standing?.account.settings.isPreviousShown ?? false,
      before: standing ? findBefore(standing, skill.id) : null,
      isDue: standing ? isDueForAnotherLook(standing, skill.id) : false,
    }),
  );
  return (
    <>
      <h1>Rate your skills</h1>
      <p className="mt-3 text-lg text-soft">
        For each skill, choose the highest level whose sentence is true of you today: something you have done
        and someone could have seen. Leave out what you cannot judge; you can rate some now and the rest
        later.
      </p>
      <p className="mt-2 mb-8 text-soft">
        A check-in is kept with its date and nothing overwrites it. What you rated before, and the target of
        your goal, show once you have chosen.
      </p>
      <p className="hint -mt-5 mb-8 hidden pointer-fine:block">
        By keyboard, on a level: the arrows or 0 to 5 choose, N leads to the next skill and P to the one
        before.
      </p>
      {standing && standing.latest.size === 0 && career.examples.length > 0 ? <TryFirst /> : null}
      <AnotherLook skills={skills.filter((skill) => skill.isDue)} />
      <RateForm
        skills={skills}
        requestKey={crypto.randomUUID()}
        draftKey={user ? `check-in:${user.id}` : null}
      />
    </>
  );
}

/** Offered before the first check-in and never again; it stands beside the form, not before it. */
function TryFirst() {
  return (
    <section className="notice mb-8" aria-label="Try the scale first">
      <p>
        First time here? Two minutes with three example people show what the levels mean. You can also begin
        right away.
      </p>
      <a href="/method/examples" className="inline-flex min-h-11 items-center">
        Try the scale on three people
      </a>
    </section>
  );
}

/** Half a year, after which a rating is worth another look. It is never lowered by itself. */
const ANOTHER_LOOK_DAYS = 182;

function isDueForAnotherLook({ latest, today, account }: Standing, skill: string): boolean {
  const before = latest.get(skill);
  if (!before) return false;
  const from = computeDayInZone({ instant: new Date(before.takenAt), timeZone: account.timeZone });
  return computeDaysBetween({ from, to: today }) >= ANOTHER_LOOK_DAYS;
}

function findBefore({ latest }: Standing, skill: string): RatedSkill['before'] {
  const before = latest.get(skill);
  return before
    ? { level: before.level, href: `/progress/${encodeURIComponent(before.checkInId)}#correct` }
    : null;
}

/** What the skill was rated before, and what the goal asks, a sentence each. */
function describeStanding({ career, account, role, latest }: Standing, skill: string): string[] {
  const nameOf = (level: number) => `${level} ${career.scale[level]?.name ?? ''}`;
  const target = `Target for ${role.title}: ${nameOf(role.targets[skill] ?? 0)}.`;
  const before = latest.get(skill);
  if (!before) return [target];
  const day = computeDayInZone({ instant: new Date(before.takenAt), timeZone: account.timeZone });
  return [`Before: ${nameOf(before.level)}, on ${formatDay(day)}.`, target];
}

/** Skills whose rating is half a year old, offered and not more than that. */
function AnotherLook({ skills }: { skills: readonly RatedSkill[] }) {
  if (skills.length === 0) return null;
  return (
    <section className="notice mb-8" data-tone="attention" aria-label="Worth another look">
      <p>
        You last looked at these over half a year ago. What one does not use changes; what one uses every day
        does too.
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {skills.map((skill) => (
          <li key={skill.id}>
            <a href={`#${skill.id}`} className="inline-flex min-h-11 items-center">
              {skill.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
