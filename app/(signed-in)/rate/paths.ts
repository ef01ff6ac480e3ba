/** The address of the form of one skill. */
export const skillPath = (skill: string): string => `/rate?skill=${encodeURIComponent(skill)}`;
