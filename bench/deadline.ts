/** Does work that must come to an end: after so many minutes it fails with a sentence, where it would hang in silence. */
export async function withDeadline<Result>(minutes: number, work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The measurement did not end within ${minutes} minutes, so it was stopped.`)),
      minutes * 60_000,
    );
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
