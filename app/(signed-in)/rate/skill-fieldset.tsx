import { Fragment } from 'react';
import { NONE_RATED, NOT_RATED } from '@/lib/domain/check-in-limits';
import { CanDos } from './can-dos';
import type { SkillFormAction } from './form-action';
import type { RatedSkill } from './rated-skill';
import { RatingExtras } from './rating-extras';

type SkillFieldsetProps = {
  skill: RatedSkill;
  form: SkillFormAction;
  /** The heading that names it, by the headings around it. */
  heading: 'h2' | 'h3';
};

/** One skill: its six descriptors as radios, the can-dos of the chosen one, the earlier rating, evidence and sureness. */
export function SkillFieldset({ skill, form, heading: Heading }: SkillFieldsetProps) {
  const name = `ratings.${skill.id}`;
  const chosen = form.text(`${name}.level`) ?? skill.entered.level;
  const error = form.error(`${name}.level`);
  const errorId = `${skill.id}-level-error`;
  return (
    <fieldset id={skill.id} className="card rating" aria-describedby={error ? errorId : undefined}>
      <legend className="rating-name">
        <Heading className="legend-heading">{skill.name}</Heading>
      </legend>
      <About skill={skill} />
      <div className="flex min-w-0 flex-col">
        {skill.isDue ? (
          <p className="hint">
            You last looked at this over half a year ago. What one does not use changes; what one uses every
            day does too.
          </p>
        ) : null}
        {skill.finished ? <p className="hint">{skill.finished}</p> : null}
        {skill.entered.also.map((id) => (
          <input key={id} type="hidden" name={`${name}.also`} value={id} />
        ))}
        {skill.entered.except.map((id) => (
          <input key={id} type="hidden" name={`${name}.except`} value={id} />
        ))}
        {error ? (
          <p
            id={errorId}
            className={error === NONE_RATED ? 'field-error none-rated' : 'field-error no-level'}
          >
            {error}
          </p>
        ) : null}
        {skill.levels.map((level) => (
          <Fragment key={level.level}>
            <RatingOption
              skill={skill}
              value={String(level.level)}
              title={`${level.level} ${level.name}`}
              descriptor={level.descriptor}
              chosen={chosen}
            />
            <CanDos skill={skill} level={level} form={form} />
          </Fragment>
        ))}
        <RatingOption
          skill={skill}
          value={NOT_RATED}
          title="Not rated"
          descriptor={
            skill.before
              ? `Not this time. No change since ${skill.before.day}: what you said then stands.`
              : 'You cannot judge this one yet. It is not the same as 0.'
          }
          chosen={chosen}
        />
        {skill.compared.length > 0 ? (
          <div className={skill.isComparedFirst ? 'compared' : 'once-chosen compared'}>
            {skill.compared.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ) : null}
        <RatingExtras skill={skill} form={form} />
      </div>
    </fieldset>
  );
}

function About({ skill }: { skill: RatedSkill }) {
  return (
    <details className="rating-about">
      <summary>What is this?</summary>
      <p className="text-soft">{skill.description}</p>
      <ul className="mt-1 mb-3 flex list-disc flex-col gap-1 pl-5 text-[0.95rem]">
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
  value,
  title,
  descriptor,
  chosen,
}: {
  skill: RatedSkill;
  value: string;
  title: string;
  descriptor: string;
  chosen: string;
}) {
  const id = `${skill.id}-${value}`;
  return (
    <label className="rating-option" htmlFor={id}>
      <input
        id={id}
        type="radio"
        name={`ratings.${skill.id}.level`}
        value={value}
        defaultChecked={chosen === value}
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
