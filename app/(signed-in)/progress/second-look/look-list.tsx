import { OnePressForm } from '@/components/one-press-form';
import type { SecondLook } from '@/lib/queries/second-looks';
import { formatDay, formatList } from '@/lib/wording/format';
import { closeSecondLookAction } from './actions';

/** A second look as the list shows it: skills by where they are. */
export type ShownLook = {
  look: SecondLook;
  isOpen: boolean;
  /** Names of skills that both have rated. */
  given: string[];
  /** Of skills with an answer that waits for the person's own rating. */
  waiting: { id: string; name: string }[];
  /** Of skills without an answer yet. */
  open: string[];
};

export function LookList({ looks }: { looks: readonly ShownLook[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {looks.map((shown) => (
        <li key={shown.look.id} className="card flex flex-col gap-2">
          <h3 className="written text-lg">{shown.look.name}</h3>
          <p className="hint">{describeTime(shown)}</p>
          {shown.given.length > 0 ? (
            <p>
              <span>{`Both of you have rated ${formatList(shown.given)}. `}</span>
              <a
                href={`/progress/second-look/compare?look=${shown.look.id}`}
                aria-label={`Side by side with ${shown.look.name}`}
              >
                Side by side
              </a>
            </p>
          ) : null}
          {shown.waiting.map(({ id, name }) => (
            <p key={id}>
              <span>{`There is an answer on ${name}. You see it once you have rated the skill yourself, without it. `}</span>
              <a href={`/rate?skill=${id}`} aria-label={`Rate ${name}`}>
                Rate it
              </a>
            </p>
          ))}
          {shown.open.length > 0 ? (
            <p className="text-soft">
              {shown.isOpen
                ? `No answer yet on ${formatList(shown.open)}.`
                : `Nothing was given on ${formatList(shown.open)}.`}
            </p>
          ) : null}
          {shown.isOpen ? (
            <OnePressForm
              action={closeSecondLookAction}
              entries={{ id: shown.look.id }}
              label={`End the link for ${shown.look.name}`}
            >
              End the link
            </OnePressForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function describeTime({ look, isOpen }: ShownLook): string {
  if (isOpen) return `The link works until ${formatDay(look.until)}.`;
  return look.closedAt === null ? 'The link has ended.' : 'You ended the link.';
}
