/** What is known where a search came to no plan: that there is none, or only that none was found. */
export function describeNoPlan({ proved }: { proved?: boolean | undefined }): string {
  return proved === true
    ? 'there is no plan'
    : 'no plan was found, though it is not proved that there is none';
}
