/** The data cannot be used as it stands. The message is a sentence that says why, and what would help. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
