/** Offered where a password or a second factor changes: whoever has the address reads the calendar without either. */
export function EndFeedField() {
  return (
    <label className="check">
      <input type="checkbox" name="endFeed" />
      <span>
        End the secret address of my calendar too
        <span className="hint block">
          Calendar programs that have it stop getting news. You can make a new one.
        </span>
      </span>
    </label>
  );
}

export function EndSessionsField() {
  return (
    <label className="check">
      <input type="checkbox" name="endSessions" />
      <span>Sign every other browser out</span>
    </label>
  );
}
