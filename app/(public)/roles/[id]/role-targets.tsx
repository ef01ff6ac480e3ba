import { LevelBar } from '@/app/level-bar';
import type { Career, Role } from '@/lib/domain/catalogue';
import { findNeighbourRungs } from '@/lib/domain/gap';
import { formatList } from '@/lib/wording/format';

/** The target for each skill, with the words of that level and how much it rises over the rung below. */
export function RoleTargets({ career, role }: { career: Career; role: Role }) {
  const { below } = findNeighbourRungs(career, role);
  const asked = career.skills.filter((skill) => (role.targets[skill.id] ?? 0) > 0);
  const rest = career.skills.filter((skill) => (role.targets[skill.id] ?? 0) === 0);
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">What it asks of each skill</h2>
      <p className="mt-2 mb-5 text-soft">
        The level from 0 to 5 that this role calls for, and what would be true of you there.
      </p>
      <ul className="card py-2">
        {asked.map((skill) => {
          const target = role.targets[skill.id] ?? 0;
          const rise = target - (below?.targets[skill.id] ?? 0);
          return (
            <li
              key={skill.id}
              className="grid gap-x-10 gap-y-2 border-b border-line py-4 last:border-none md:grid-cols-[17rem_minmax(0,1fr)]"
            >
              <div className="flex flex-col gap-1">
                <p className="flex justify-between gap-3">
                  <a href={`/skills/${skill.id}`} className="font-semibold">
                    {skill.name}
                  </a>
                  <span className="figure text-[1.15em]">{target}</span>
                </p>
                <LevelBar level={target} target={target} />
                <p className="hint">
                  {career.scale[target]?.name}
                  {below && rise > 0 ? `, ${rise} above the rung below` : ''}
                </p>
              </div>
              <p>{skill.levels[target]?.descriptor}</p>
            </li>
          );
        })}
      </ul>
      {rest.length > 0 ? (
        <p className="mt-4">Not asked for here: {formatList(rest.map((skill) => skill.name))}.</p>
      ) : null}
      <h3 className="mt-8">Why these levels</h3>
      <p className="mt-2">
        {role.rationale}{' '}
        {role.targetBasis === 'editorial'
          ? 'The numbers are a judgement of ours, made with the sources below; no employer publishes them.'
          : ''}
      </p>
    </section>
  );
}
