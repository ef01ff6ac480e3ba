import type { FormAction } from '@/components/use-form-action';
import type { Level } from '@/lib/domain/catalogue';
import { CANNOT_JUDGE, type SecondLookAnswer } from '@/lib/domain/second-look/answer';

type AskedLevel = { level: Level; name: string; descriptor: string; canDos: { id: string; text: string }[] };

/** A skill that somebody is asked about, with what they said of it before. */
export type AskedSkill = {
  id: string;
  name: string;
  description: string;
  levels: AskedLevel[];
  answer: SecondLookAnswer | null;
  evidence: { id: string; title: string; day: string; text: string | null; url: string | null }[];
};

type Props = { skill: AskedSkill; form: FormAction };

/** One skill: that one cannot judge it, or one of six descriptors with its can-dos, and a line of reason. */
export function AskedSkillFieldset({ skill, form }: Props) {
  const name = `ratings.${skill.id}`;
  const error = form.error(`${name}.level`);
  const errorId = `${skill.id}-level-error`;
  return (
    <fieldset id={skill.id} className="card rating" aria-describedby={error ? errorId : undefined}>
      <legend className="float-left w-full text-[1.35rem] font-[750] tracking-tight">
        <h2 className="legend-heading">{skill.name}</h2>
      </legend>
      <div className="clear-both flex min-w-0 flex-col">
        <p className="mb-2 text-soft">{skill.description}</p>
        <Evidence items={skill.evidence} />
        {error ? (
          <p id={errorId} className="field-error">
            {error}
          </p>
        ) : null}
        <Option
          skill={skill}
          form={form}
          value={CANNOT_JUDGE}
          title="I can’t judge"
          descriptor="You have not seen enough of it. That is an answer too."
        />
        {skill.levels.map((level) => (
          <LevelOption key={level.level} skill={skill} form={form} level={level} />
        ))}
        <Reason skill={skill} form={form} />
      </div>
    </fieldset>
  );
}

function Evidence({ items }: { items: AskedSkill['evidence'] }) {
  if (items.length === 0) return null;
  return (
    <details className="mb-2">
      <summary>What they point at themselves</summary>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-[0.95rem]">
        {items.map(({ id, title, day, text, url }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <span>{`${day}: ${text ?? title}`}</span>
            {url ? (
              <span className="block">
                <a href={url} rel="noreferrer nofollow">
                  {url}
                </a>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function chosenOf({ skill, form }: Props): string {
  const said = skill.answer && (skill.answer.level === null ? CANNOT_JUDGE : String(skill.answer.level));
  return form.text(`ratings.${skill.id}.level`) ?? said ?? '';
}

function Option({
  skill,
  form,
  value,
  title,
  descriptor,
}: Props & { value: string; title: string; descriptor: string }) {
  const id = `${skill.id}-${value}`;
  return (
    <label className="rating-option" htmlFor={id}>
      <input
        id={id}
        type="radio"
        name={`ratings.${skill.id}.level`}
        value={value}
        defaultChecked={chosenOf({ skill, form }) === value}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-descriptor`}
      />
      <span>
        <span id={`${id}-title`} className="font-bold">
          {title}
        </span>
        <span id={`${id}-descriptor`} className="block text-[0.95rem] leading-snug text-soft">
          {descriptor}
        </span>
      </span>
    </label>
  );
}

function LevelOption({ skill, form, level }: Props & { level: AskedLevel }) {
  const next = skill.levels.find((one) => one.level === level.level + 1);
  return (
    <>
      <Option
        skill={skill}
        form={form}
        value={String(level.level)}
        title={`${level.level} ${level.name}`}
        descriptor={level.descriptor}
      />
      <div className="for-level can-dos" data-level={level.level}>
        {/* A browser sends it with the boxes: none ticked is not the same as none shown. */}
        <input type="checkbox" hidden defaultChecked name={nameTicked(skill, level)} value="" />
        <details>
          <summary>More exactly, if you like</summary>
          {level.canDos.length > 0 ? (
            <Ticks skill={skill} form={form} under={level} shown={level} isHeld>
              What this level is made of. Clear what is not so.
            </Ticks>
          ) : null}
          {next ? (
            <Ticks skill={skill} form={form} under={level} shown={next} isHeld={false}>
              What the next level is made of. Mark what is so already.
            </Ticks>
          ) : null}
        </details>
      </div>
    </>
  );
}

const nameTicked = (skill: AskedSkill, { level }: AskedLevel) => `ratings.${skill.id}.ticked.${level}`;

function Ticks({
  skill,
  form,
  under,
  shown,
  isHeld,
  children,
}: Props & { under: AskedLevel; shown: AskedLevel; isHeld: boolean; children: string }) {
  const name = nameTicked(skill, under);
  const { also = [], except = [] } = skill.answer ?? {};
  return (
    <>
      <p className="hint">{children}</p>
      <ul>
        {shown.canDos.map(({ id, text }) => (
          <li key={id}>
            <label className="check">
              <input
                id={`${skill.id}-${under.level}-${id}`}
                type="checkbox"
                name={name}
                value={id}
                defaultChecked={
                  form.isChosen(name, id) ?? (isHeld ? !except.includes(id) : also.includes(id))
                }
              />
              <span>{text}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

function Reason({ skill, form }: Props) {
  const name = `ratings.${skill.id}.reason`;
  const id = `${skill.id}-reason`;
  const error = form.error(name);
  return (
    <div className="field mt-3">
      <label htmlFor={id}>Reason</label>
      <input
        id={id}
        name={name}
        className="input"
        placeholder="Optional: one line, what you have seen"
        defaultValue={form.text(name) ?? skill.answer?.reason ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error ? (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      ) : null}
    </div>
  );
}
