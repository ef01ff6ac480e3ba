import { STEP_KINDS } from '@/lib/domain/lists';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';

/** Shows the steps of one kind alone. It answers by style, without script and without a request. */
export function KindFilter({ sentences }: { sentences: Readonly<Record<string, string | null>> }) {
  return (
    <fieldset className="kind-filter no-print">
      <legend className="sr-only">Kind of step</legend>
      <label>
        <input type="radio" name="kind" value="all" defaultChecked />
        <span>All</span>
      </label>
      {STEP_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="kind"
            value={kind}
            aria-describedby={sentences[kind] ? `none-${kind}` : undefined}
          />
          <span>{SECTION_HEADINGS[kind]}</span>
        </label>
      ))}
      {STEP_KINDS.map((kind) =>
        sentences[kind] ? (
          <p key={kind} id={`none-${kind}`} data-none={kind}>
            {sentences[kind]}
          </p>
        ) : null,
      )}
    </fieldset>
  );
}
