/** The same for a link that ended, was taken back or never was one. */
export function NoSuchLink() {
  return (
    <div className="mx-auto max-w-[40rem]">
      <h1>This link opens nothing</h1>
      <p className="mt-4 text-lg text-soft">
        It has ended, was taken back or is not complete. Whoever sent it to you can send you another.
      </p>
    </div>
  );
}
