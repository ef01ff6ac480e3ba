import type { SkillFormAction } from './form-action';
import type { RatedLevel, RatedSkill } from './rated-skill';

const SURE_OPTIONS = [
  { value: '', label: 'I would rather not say' },
  { value: 'low', label: 'Low: I am guessing' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High: others would say the same' },
] as const;

/** Evidence and sureness, with the questions that the chosen level gives reason for. */
export function RatingExtras({ skill, form }: { skill: RatedSkill; form: SkillFormAction }) {
  const name = `ratings.${skill.id}`;
  const [evidenceId, sureId] = [`${skill.id}-evidence`, `${skill.id}-sure`];
  const error = form.error(`${name}.evidence`);
  return (
    <>
      {skill.levels.map((level) => (
        <GentleQuestion key={level.level} skill={skill} level={level} />
      ))}
      <div className="mt-2 grid grid-cols-2 gap-x-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
        <div className="field">
          <label htmlFor={evidenceId}>Evidence</label>
          <input
            id={evidenceId}
            name={`${name}.evidence`}
            className="input evidence-input"
            placeholder="Optional: a link, or what you did"
            defaultValue={form.text(`${name}.evidence`) ?? skill.entered.evidence}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${evidenceId}-error` : undefined}
          />
          {error ? (
            <span id={`${evidenceId}-error`} className="field-error">
              {error}
            </span>
          ) : null}
        </div>
        <div className="field">
          <label htmlFor={sureId}>How sure are you?</label>
          <select
            id={sureId}
            name={`${name}.sure`}
            className="input"
            defaultValue={form.text(`${name}.sure`) ?? skill.entered.sure}
          >
            {SURE_OPTIONS.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      </div>
    </>
  );
}

/** Shown by the style sheet under its level; it never stands in the way of saving. */
function GentleQuestion({ skill, level }: { skill: RatedSkill; level: RatedLevel }) {
  const { before } = skill;
  if (before && level.level < before.level)
    return (
      <p className="for-level ask" data-level={level.level}>
        Lower than last time. If the earlier rating was too high, you can{' '}
        <a href={before.href}>correct that one</a> instead, and no fall shows.
      </p>
    );
  const isJump = before !== null && level.level - before.level >= 2;
  if (level.level < 4 && !isJump) return null;
  return (
    <p className="for-level ask ask-evidence" data-level={level.level}>
      <span>
        {isJump ? 'That is two levels or more above last time.' : 'That is a level others rely on.'}
      </span>{' '}
      <span>{level.heaviest ? `What shows this most: “${level.heaviest}”?` : 'What would show it?'}</span> A
      link or one sentence below is enough, and you can leave it out.
    </p>
  );
}
