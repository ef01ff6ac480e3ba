import type { UseFormRegister } from 'react-hook-form';
import type { CheckInFields } from '@/lib/domain/check-in';
import { NOT_RATED } from '@/lib/domain/check-in-limits';
import type { RatedSkill } from './rated-skill';

const SURE_OPTIONS = [
  { value: '', label: 'I would rather not say' },
  { value: 'low', label: 'Low: I am guessing' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High: others would say the same' },
] as const;

type SkillFieldsetProps = {
  skill: RatedSkill;
  register: UseFormRegister<CheckInFields>;
  /** What a post without script gave back. */
  entered: { level: string; evidence: string; sure: string };
  errors: { level?: string | undefined; evidence?: string | undefined };
};

/** One skill: its six descriptors as radios, the earlier rating once a level is chosen, evidence and sureness. */
export function SkillFieldset({ skill, register, entered, errors }: SkillFieldsetProps) {
  const options = [
    ...skill.levels.map(({ level, name, descriptor }) => ({
      value: String(level),
      title: `${level} ${name}`,
      descriptor,
    })),
    {
      value: NOT_RATED,
      title: 'Not rated',
      descriptor: 'You cannot judge this one yet. It is not the same as 0.',
    },
  ];
  const errorId = `${skill.id}-level-error`;
  return (
    <fieldset
      id={skill.id}
      className="card rating"
      data-before={skill.before?.level}
      aria-describedby={errors.level ? errorId : undefined}
    >
      <legend className="float-left mb-1 w-full text-[1.35rem] font-[750] tracking-tight">
        {skill.name}
      </legend>
      <div className="clear-both grid gap-x-8 gap-y-5 xl:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-3">
          <p className="text-soft">{skill.description}</p>
          {skill.topics.length > 0 ? <Topics skill={skill} /> : null}
          {skill.compared.length > 0 ? (
            <div className={skill.isComparedFirst ? 'notice' : 'once-chosen notice'} data-tone="attention">
              {skill.compared.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-1">
          {errors.level ? (
            <p id={errorId} className="field-error">
              {errors.level}
            </p>
          ) : null}
          {options.map((option) => (
            <RatingOption
              key={option.value}
              skill={skill}
              option={option}
              entered={entered}
              register={register}
            />
          ))}
          <GentleQuestions skill={skill} />
          <RatingExtras skill={skill} entered={entered} register={register} error={errors.evidence} />
        </div>
      </div>
    </fieldset>
  );
}

/** Shown by the style sheet when the choice gives reason to ask; they never stand in the way of saving. */
function GentleQuestions({ skill }: { skill: RatedSkill }) {
  return (
    <>
      <p className="ask ask-high">
        What would show someone else that this is so? A link or one sentence below is enough, and you can
        leave it out.
      </p>
      <p className="ask ask-jump">
        That is two levels or more above last time. What happened since? A line below will tell you later.
      </p>
      {skill.before ? (
        <p className="ask ask-lower">
          Lower than last time. If the earlier rating was too high, you can{' '}
          <a href={skill.before.href}>correct that one</a> instead, and no fall shows.
        </p>
      ) : null}
    </>
  );
}

function Topics({ skill }: { skill: RatedSkill }) {
  return (
    <details>
      <summary>What belongs to it</summary>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-[0.95rem]">
        {skill.topics.map((topic) => (
          <li key={topic.id}>
            <strong>{`${topic.name}.`}</strong> <span>{topic.description}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function RatingOption({
  skill,
  option,
  entered,
  register,
}: {
  skill: RatedSkill;
  option: { value: string; title: string; descriptor: string };
} & Pick<SkillFieldsetProps, 'entered' | 'register'>) {
  const id = `${skill.id}-${option.value}`;
  return (
    <label className="rating-option" htmlFor={id}>
      <input
        id={id}
        type="radio"
        value={option.value}
        defaultChecked={entered.level === option.value}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-descriptor`}
        {...register(`ratings.${skill.id}.level`)}
      />
      <span>
        <span id={`${id}-title`} className="font-bold">
          {option.title}
        </span>
        <span id={`${id}-descriptor`} className="block text-[0.98rem] leading-snug text-soft">
          {option.descriptor}
        </span>
      </span>
    </label>
  );
}

function RatingExtras({
  skill,
  entered,
  register,
  error,
}: Pick<SkillFieldsetProps, 'skill' | 'entered' | 'register'> & { error: string | undefined }) {
  const evidenceId = `${skill.id}-evidence`;
  const sureId = `${skill.id}-sure`;
  return (
    <div className="mt-3 grid gap-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="field">
        <label htmlFor={evidenceId}>Evidence</label>
        <input
          id={evidenceId}
          className="input evidence-input"
          placeholder="Optional: a link, or what you did"
          defaultValue={entered.evidence}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${evidenceId}-error` : undefined}
          {...register(`ratings.${skill.id}.evidence`)}
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
          className="input"
          defaultValue={entered.sure}
          {...register(`ratings.${skill.id}.sure`)}
        >
          {SURE_OPTIONS.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
