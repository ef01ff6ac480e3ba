/** Draws the plan anew. A link to the address that one is on would lead nowhere; a form is sent each time. */
export function LookAgain() {
  return (
    <form action="/plan" method="get" className="inline-block">
      <button type="submit" className="small-button">
        Look again
      </button>
    </form>
  );
}
