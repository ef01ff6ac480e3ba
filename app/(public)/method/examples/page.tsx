import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { Example } from '@/lib/domain/career/fact-schemas';
import { describePage } from '../../describe-page';

export const metadata: Metadata = describePage({
  title: 'Three people to try the scale on',
  description:
    'Rate three invented people before you rate yourself, and see which level was meant for each, and why.',
});

export default function ExamplesPage() {
  const career = loadCareer();
  return (
    <div className="mx-auto flex max-w-[52rem] flex-col gap-8">
      <header>
        <h1>Try the scale on three people</h1>
        <p className="mt-4 text-lg text-soft">
          Read each story and choose the highest level whose sentence is true of that person. What we meant
          shows once you have chosen. Nothing you choose here is kept or sent.
        </p>
      </header>
      {career.examples.map((example) => (
        <ExamplePerson key={example.id} example={example} career={career} />
      ))}
      <p>
        <a href="/rate" className="button">
          Now rate yourself
        </a>
      </p>
    </div>
  );
}

/** The answer is shown by the style sheet, so that the page needs no script. */
function ExamplePerson({ example, career }: { example: Example; career: Career }) {
  const { id, name, story, level: intended, why } = example;
  const skill = career.skillById.get(example.skill);
  if (!skill) return null;
  return (
    <article aria-labelledby={id} className="card">
      <h2 id={id}>{name}</h2>
      <p className="mt-3">{story}</p>
      <fieldset className="mt-4">
        <legend className="label">
          {skill.name}: which level is {name} at?
        </legend>
        {skill.levels.map(({ level, descriptor }) => (
          <label key={level} className="rating-option">
            <input
              type="radio"
              name={id}
              value={level}
              aria-labelledby={`${id}-${level}-title`}
              aria-describedby={`${id}-${level}-descriptor`}
            />
            <span>
              <span id={`${id}-${level}-title`} className="font-bold">
                {level} {career.scale[level]?.name}
              </span>
              <span id={`${id}-${level}-descriptor`} className="block text-[0.98rem] leading-snug text-soft">
                {descriptor}
              </span>
            </span>
          </label>
        ))}
        <div role="status">
          <div className="once-chosen notice mt-4" data-tone="attention">
            <p>
              <strong>
                We meant {intended} {career.scale[intended]?.name}.
              </strong>{' '}
              {why}
            </p>
          </div>
        </div>
      </fieldset>
    </article>
  );
}
