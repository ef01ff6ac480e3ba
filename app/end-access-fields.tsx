/** Offered where a password or a second factor changes: whoever has such an address reads what it shows without either. */
export function EndFeedField() {
  return (
    <label className="check">
      <input type="checkbox" name="endFeed" />
      <span>
        End the secret addresses of my calendar and of pages that I share too
        <span className="hint block">
          Calendar programs and people who have them see nothing new. You can make others.
        </span>
      </span>
    </label>
  );
}

/** Offered with a reset: whoever linked an account elsewhere gets in by it, whatever the password is. */
export function UnlinkField({ titles }: { titles: string }) {
  return (
    <label className="check">
      <input type="checkbox" name="unlink" />
      <span>
        <span>{`Unlink ${titles} too`}</span>
        <span className="hint block">
          Choose this if you did not link it yourself. What was linked before this address was confirmed is
          unlinked in any case; you can link yours again.
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
