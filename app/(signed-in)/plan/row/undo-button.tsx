import { ACTS_FORM } from './row-acts';

/** Takes the latest change of a step back, by the same act as its row does; the answer stands where the step then is. */
export function UndoButton({ step, title, eventId }: { step: string; title: string; eventId: string }) {
  return (
    <button
      type="submit"
      form={ACTS_FORM}
      name="act"
      value={`undo ${step} ${eventId}`}
      aria-label={`Undo last change for ${title}`}
      className="button self-start"
      data-look="quiet"
    >
      Undo last change
    </button>
  );
}
