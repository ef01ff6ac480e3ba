import type { Career } from '@/lib/domain/career/career';
import type { Skill } from '@/lib/domain/career/schema';
import { OPEN, SKILL_FIELD, type Trial } from '@/lib/domain/trial';
import { TrialFields } from './trial-fields';
import { TrialPerson, TrialRole } from './trial-person';

/**
 * A plain form whose answers go into the address: one skill at a time, with what was said of the others in hidden fields.
 * The buttons that lead to another skill name it; the one without shows the outcome.
 */
export function TrialForm({
  career,
  trial,
  skill,
  isAlone,
}: {
  career: Career;
  trial: Trial;
  skill: Skill;
  /** Whether the form is all that the page shows. */
  isAlone: boolean;
}) {
  const place = career.skills.indexOf(skill);
  const [back, next] = [career.skills[place - 1], career.skills[place + 1]];
  const rated = Object.keys(trial.levels).length;
  const isFirst = isAlone && place === 0;
  const own = isFirst ? ['role', 'hours', 'money', 'post', 'years'] : isAlone ? [] : ['role'];
  return (
    <form method="get" action="/try" className="flex flex-col gap-2" id="rate">
      <TrialFields trial={trial} isKept={(name) => name !== skill.id && !own.includes(name)} />
      {isFirst ? <TrialPerson career={career} trial={trial} /> : null}
      {isAlone ? null : <TrialRole career={career} trial={trial} />}
      <p className="hint">
        <span>{`Skill ${place + 1} of ${career.skills.length}, ${rated} rated.`}</span>
        <strong>
          {' '}
          Choose the highest level whose sentence is true of you; where only half of it is, take the one
          below.
        </strong>
      </p>
      <SkillLevels career={career} skill={skill} chosen={trial.levels[skill.id]} />
      <div className="rate-bar" data-alone={isAlone || undefined}>
        {/* The first button is the one that Enter presses. */}
        {next ? (
          <button type="submit" name={SKILL_FIELD} value={next.id} className="button order-3 ml-auto">
            Next
          </button>
        ) : null}
        {back ? (
          <button
            type="submit"
            name={SKILL_FIELD}
            value={back.id}
            className="button order-1"
            data-look="quiet"
          >
            Back
          </button>
        ) : null}
        <button
          type="submit"
          className={next ? 'button order-2' : 'button order-3 ml-auto'}
          data-look={next ? 'quiet' : undefined}
        >
          Show my gap and plan
        </button>
      </div>
    </form>
  );
}

function SkillLevels({
  career,
  skill,
  chosen,
}: {
  career: Career;
  skill: Skill;
  chosen: number | undefined;
}) {
  return (
    <fieldset className="card rating">
      <legend className="rating-name">
        <h2 className="legend-heading">{skill.name}</h2>
      </legend>
      <details className="rating-about">
        <summary>What is this?</summary>
        <p className="mb-2 text-soft">{skill.description}</p>
      </details>
      <div className="flex min-w-0 flex-col">
        {skill.levels.map(({ level, descriptor }) => (
          <LevelOption
            key={level}
            skill={skill}
            value={String(level)}
            title={`${level} ${career.scale[level]?.name}`}
            descriptor={descriptor}
            isChosen={chosen === level}
          />
        ))}
        <LevelOption
          skill={skill}
          value={OPEN}
          title="Not rated"
          descriptor="You cannot judge this one yet. It is not the same as 0."
          isChosen={chosen === undefined}
        />
      </div>
    </fieldset>
  );
}

function LevelOption({
  skill,
  value,
  title,
  descriptor,
  isChosen,
}: {
  skill: Skill;
  value: string;
  title: string;
  descriptor: string;
  isChosen: boolean;
}) {
  const id = `${skill.id}-${value || 'open'}`;
  return (
    <label className="rating-option" htmlFor={id}>
      <input
        id={id}
        type="radio"
        name={skill.id}
        value={value}
        defaultChecked={isChosen}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-descriptor`}
      />
      <span className="rating-words">
        <span id={`${id}-title`} className="font-bold">
          {title}
        </span>{' '}
        <span id={`${id}-descriptor`} className="text-soft">
          {descriptor}
        </span>
      </span>
    </label>
  );
}
