import type { Career } from '@/lib/domain/career/career';
import type { Skill } from '@/lib/domain/career/schema';
import { OPEN, type Trial } from '@/lib/domain/trial';
import { TrialFields } from './trial-fields';

/** A plain form whose answers go into the address. */
export function TrialForm({ career, trial }: { career: Career; trial: Trial }) {
  return (
    <form method="get" action="/try" className="flex flex-col gap-6">
      <TrialFields trial={trial} names={['except', 'held']} />
      <div className="field max-w-[24rem]">
        <label htmlFor="role">Target role</label>
        <select id="role" name="role" className="input" defaultValue={trial.role.id}>
          {career.roles.map((role) => (
            <option key={role.id} value={role.id}>
              {role.title}
            </option>
          ))}
        </select>
      </div>
      {career.skills.map((skill) => (
        <SkillLevels key={skill.id} career={career} skill={skill} trial={trial} />
      ))}
      <div>
        <button type="submit" className="button">
          Show my gap and plan
        </button>
      </div>
    </form>
  );
}

function SkillLevels({ career, skill, trial }: { career: Career; skill: Skill; trial: Trial }) {
  const chosen = trial.levels[skill.id];
  return (
    <fieldset className="card">
      <legend className="float-left mb-2 w-full text-xl font-bold">{skill.name}</legend>
      <div className="clear-both flex flex-col gap-1">
        {career.scale.map(({ name }, level) => {
          const hintId = `${skill.id}-${level}-hint`;
          return (
            <label key={name} className="check">
              <input
                type="radio"
                name={skill.id}
                value={level}
                defaultChecked={chosen === level}
                aria-label={`${level} ${name}`}
                aria-describedby={hintId}
              />
              <span>
                {level} {name}
                <span id={hintId} className="hint block">
                  {skill.levels[level]?.descriptor}
                </span>
              </span>
            </label>
          );
        })}
        <label className="check">
          <input type="radio" name={skill.id} value={OPEN} defaultChecked={chosen === undefined} />
          <span>Not rated</span>
        </label>
      </div>
    </fieldset>
  );
}
