import type { Career } from '@/lib/domain/career/career';
import type { Role, Skill } from '@/lib/domain/career/schema';
import { formatCount } from '@/lib/wording/format';

/** The six levels: the sentence of each, and folded below it what it is made of and which roles ask for it. */
export function SkillLevels({ career, skill }: { career: Career; skill: Skill }) {
  return (
    <section aria-labelledby="levels">
      <h2 id="levels">The six levels</h2>
      <ol className="mt-2" start={0}>
        {skill.levels.map(({ level, descriptor, canDo }) => (
          <li key={level} className="border-b border-line py-1.5">
            <div className="grid gap-x-6 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <strong>
                {level} {career.scale[level]?.name}
              </strong>
              <p className="max-w-none">{descriptor}</p>
            </div>
            {level === 0 ? null : (
              <LevelFold
                level={level}
                canDos={canDo ?? []}
                roles={career.roles.filter((role) => (role.targets[skill.id] ?? 0) === level)}
                askers={(id) => career.roles.filter((role) => career.alsoAsked[role.id]?.includes(id))}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function LevelFold({
  level,
  canDos,
  roles,
  askers,
}: {
  level: number;
  canDos: readonly { id: string; text: string }[];
  roles: readonly Role[];
  /** Roles that ask for one can-do beyond their level. */
  askers: (id: string) => readonly Role[];
}) {
  const parts = canDos.length > 0 ? [`Made of ${formatCount(canDos.length, 'thing')}`] : [];
  const asked = roles.length > 0 ? `asked by ${formatCount(roles.length, 'role')}` : 'no role stops here';
  return (
    <details className="sm:ml-[11.4rem]">
      <summary>{[...parts, asked].join(', ').replace(/^a/, 'A').replace(/^n/, 'N')}</summary>
      <div id={`level-${level}`} className="fold-content pl-0">
        {canDos.length > 0 ? (
          <ul className="flex max-w-[75ch] list-disc flex-col gap-1 pl-5">
            {canDos.map(({ id, text }) => (
              <li key={id} id={id}>
                {text}
                {askers(id).length > 0 ? (
                  <span className="hint">
                    {' '}
                    Asked alone by <RoleLinks roles={askers(id)} />.
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {roles.length > 0 ? (
          <p>
            Asked up to here by <RoleLinks roles={roles} />.
          </p>
        ) : null}
      </div>
    </details>
  );
}

function RoleLinks({ roles }: { roles: readonly Role[] }) {
  return roles.map((role, index) => (
    <span key={role.id}>
      {index > 0 ? ', ' : ''}
      <a href={`/roles/${role.id}`}>{role.title}</a>
    </span>
  ));
}
