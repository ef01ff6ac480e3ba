import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { listCareers, loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { type Profile, profileSchema } from '@/lib/domain/climb/profile';
import { findProfileProblems } from '@/lib/domain/climb/profile-problems';
import type { Effort } from '@/lib/domain/climb/search/effort';
import { closePlanner } from '@/lib/planner/client';
import { computeClimb } from '@/lib/planner/climb';

const BAD_PROFILE = 2;
const NO_PLAN = 3;
/** Plans asked for ahead of the one that is printed next. */
const MOST_UNDER_WAY = 32;

/** A profile that cannot be planned for; its message is a sentence for the person who wrote it. */
class ProfileError extends Error {}

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const isMany = words.includes('--many');
  const files = words.filter((word) => word !== '--many');
  const unknown = files.find((word) => word.startsWith('--'));
  if (unknown) throw new ProfileError(`There is no option ${unknown}.`);
  const file = files[0];
  if (file === undefined || files.length > 1)
    throw new ProfileError('Name one file with a profile, or - for standard input.');
  const input = readInput(file);
  return isMany ? planMany(input) : planOne(input);
}

function readInput(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new ProfileError(`The file ${file} cannot be read.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ProfileError('The profile is not JSON.');
  }
}

async function planOne(input: unknown): Promise<number> {
  const document = await plan(parseProfile(input, 'The profile'), 'full');
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  return document.status === 'infeasible' ? NO_PLAN : 0;
}

async function planMany(input: unknown): Promise<number> {
  if (!Array.isArray(input)) throw new ProfileError('With --many the file holds an array of profiles.');
  const profiles = input.map((entry, index) => parseProfile(entry, `Profile ${index + 1}`));
  const underWay: Promise<PlanDocument>[] = [];
  for (const profile of profiles) {
    underWay.push(plan(profile, 'quick'));
    if (underWay.length >= MOST_UNDER_WAY) await printNext(underWay);
  }
  while (underWay.length > 0) await printNext(underWay);
  return 0;
}

function plan(profile: Profile, effort: Effort): Promise<PlanDocument> {
  const planned = computeClimb(loadCareer(profile.career), profile, { effort });
  // Several wait for their turn to be printed; a failure is met there, not reported before.
  planned.catch(() => undefined);
  return planned;
}

async function printNext(underWay: Promise<PlanDocument>[]): Promise<void> {
  process.stdout.write(`${JSON.stringify(await underWay.shift())}\n`);
}

function parseProfile(input: unknown, name: string): Profile {
  const parsed = profileSchema.safeParse(input);
  if (!parsed.success) throw new ProfileError(`${name} is not valid. ${describeIssues(parsed.error)}`);
  const profile = parsed.data;
  const problems = listCareers().includes(profile.career)
    ? findProfileProblems(loadCareer(profile.career), profile)
    : [`There is no career "${profile.career}".`];
  if (problems.length > 0) throw new ProfileError(`${name} is not valid. ${problems.join(' ')}`);
  return profile;
}

function describeIssues(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ProfileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = BAD_PROFILE;
} finally {
  await closePlanner();
}
