import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/v4/core';
import { openDatabase } from '@/db/database';
import { arrivalSchema } from '@/lib/auth/arrival';
import { codeSchema, signInSchema } from '@/lib/auth/credentials-schema';
import { githubSchema, openIdSchema } from '@/lib/auth/providers';
import { sessionTokenSchema } from '@/lib/auth/session-token';
import { loadCareer } from '@/lib/catalogue';
import { accountDataSchema, firstAccountDataSchema } from '@/lib/domain/account-data';
import { searchSchema } from '@/lib/domain/career/search';
import { stepFilterSchema } from '@/lib/domain/career/step-filter';
import { preferencesSchema, profileSchema } from '@/lib/domain/climb/profile';
import { daySchema } from '@/lib/domain/day';
import { buildPlanSettingsSchema } from '@/lib/domain/plan/settings';
import { keysFormSchema, themeFormSchema } from '@/lib/domain/settings';
import { emailSchema } from '@/lib/email-address';
import type { runFormAction } from '@/lib/http/action';
import { drawnFromSchema } from '@/lib/http/sent-form';
import { readAccountData } from '@/lib/import/read-account-data';
import { commandSchema } from '@/lib/operator/commands';
import { closeDatabase, installDatabase } from '@/lib/queries/database';
import { copyTemplate, makeFolder, makePerson, toUrl } from '../support/database';
import { buildInputArbitrary, buildShape, findLooseObjects } from '../support/input-arbitrary';

// Whatever comes from outside meets a schema first. The actions are asked for theirs, so that a new one is tried too.

const RUNS = { numRuns: 10_000, seed: 20261122 };

// Most inputs are refused, by errors whose stacks nobody reads: what fails is told by the input that it failed on.
Error.stackTraceLimit = 0;

const asked = vi.hoisted(() => ({ schemas: [] as unknown[], user: { id: '' } }));
vi.mock('@/lib/http/action', async (importOriginal) => {
  const refuse = async (schema: unknown) => {
    asked.schemas.push(typeof schema === 'function' ? await schema(asked.user) : schema);
    return { ok: false, message: 'Nothing is done here.' };
  };
  const signedInAction = (schema: unknown) => () => refuse(schema);
  return { ...(await importOriginal<object>()), runFormAction: refuse, signedInAction };
});

type Boundary = {
  name: string;
  schema: z.$ZodType;
  /** Sends input as it would come, and throws where a person would be answered 500. */
  send: (input: unknown) => Promise<unknown>;
};

const { runFormAction: runRealFormAction } = await vi.importActual<{ runFormAction: typeof runFormAction }>(
  '@/lib/http/action',
);

function listFiles(...folders: string[]): string[] {
  const below = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
  return folders.flatMap(below).filter((file) => /\.tsx?$/.test(file));
}

/** Fields as a form can carry them: names are paths, values are text. */
function toForm(input: unknown): FormData {
  const form = new FormData();
  const append = (name: string, value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) append(name, one);
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) append(name ? `${name}.${key}` : key, part);
    else if (value instanceof File) form.append(name, value);
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  };
  append('', input);
  return form;
}

const sendForm = (schema: z.$ZodType) => (input: unknown) =>
  runRealFormAction(schema, toForm(input), async () => ({ ok: true, data: null }));

const parse = (schema: z.$ZodType) => (input: unknown) => z.safeParseAsync(schema, input);

async function listActions(): Promise<Boundary[]> {
  const found: Boundary[] = [];
  for (const file of listFiles('app').filter((name) => path.basename(name) === 'actions.ts')) {
    const actions: Record<string, (previous: null, form: FormData) => Promise<unknown>> = await import(
      path.resolve(file)
    );
    for (const [name, action] of Object.entries(actions)) {
      asked.schemas.length = 0;
      await action(null, new FormData());
      const [schema] = asked.schemas as z.$ZodType[];
      if (asked.schemas.length !== 1 || !schema) throw new Error(`${name} of ${file} asks for no schema.`);
      found.push({ name, schema, send: sendForm(schema) });
    }
  }
  return found;
}

const OTHERS: Boundary[] = [
  { name: 'drawnFromSchema', schema: drawnFromSchema, send: parse(drawnFromSchema) },
  { name: 'signInSchema', schema: signInSchema, send: parse(signInSchema) },
  { name: 'codeSchema', schema: codeSchema, send: parse(codeSchema) },
  { name: 'commandSchema', schema: commandSchema, send: parse(commandSchema) },
  { name: 'emailSchema', schema: emailSchema, send: parse(emailSchema) },
  { name: 'arrivalSchema', schema: arrivalSchema, send: parse(arrivalSchema) },
  { name: 'sessionTokenSchema', schema: sessionTokenSchema, send: parse(sessionTokenSchema) },
  { name: 'githubSchema', schema: githubSchema, send: parse(githubSchema) },
  { name: 'openIdSchema', schema: openIdSchema, send: parse(openIdSchema) },
  { name: 'themeFormSchema', schema: themeFormSchema, send: parse(themeFormSchema) },
  { name: 'keysFormSchema', schema: keysFormSchema, send: parse(keysFormSchema) },
  { name: 'searchSchema', schema: searchSchema, send: parse(searchSchema) },
  { name: 'stepFilterSchema', schema: stepFilterSchema, send: parse(stepFilterSchema) },
  {
    name: 'buildPlanSettingsSchema',
    schema: buildPlanSettingsSchema(loadCareer()),
    send: parse(buildPlanSettingsSchema(loadCareer())),
  },
  { name: 'preferencesSchema', schema: preferencesSchema, send: parse(preferencesSchema) },
  { name: 'daySchema', schema: daySchema, send: parse(daySchema) },
  { name: 'profileSchema', schema: profileSchema, send: parse(profileSchema) },
  {
    name: 'firstAccountDataSchema',
    schema: firstAccountDataSchema,
    send: async (input) => readAccountData(JSON.stringify(input)),
  },
  {
    name: 'accountDataSchema',
    schema: accountDataSchema,
    send: async (input) => readAccountData(JSON.stringify(input)),
  },
];
/** An address may come with keys of others, such as a newsletter's, and a provider answers more than is asked. */
const OPEN: Record<string, string[]> = {
  searchSchema: ['the whole'],
  stepFilterSchema: ['the whole'],
  openIdSchema: ['the whole'],
  githubSchema: ['the whole', '.person', '.emails.[]'],
};

// Some schemas hang on who asks, such as on the day where they are.
const database = path.join(makeFolder(), 'rung.db');
await copyTemplate(database);
installDatabase(await openDatabase({ url: toUrl(database) }));
afterAll(closeDatabase);
asked.user.id = await makePerson();

const actions = await listActions();
const boundaries = [...actions, ...OTHERS];

test('security 16: every schema that meets input is tried here', () => {
  expect(actions.length).toBeGreaterThan(20);
  const readers = listFiles('app', 'scripts', 'lib').filter(
    (file) => !/^lib\/(?:domain|queries|export)\/|^lib\/env\.ts$/.test(file),
  );
  const used = readers.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(\w*[sS]chema)(?:\([^()]*\))?\s*\.(?:safeP|p)arse/g)].map(
      ([, name]) => name,
    ),
  );
  const known = OTHERS.map(({ name }) => name);
  expect([...new Set(used)].sort()).toEqual(known.sort());
});

describe.each(boundaries)('$name', ({ name, schema, send }) => {
  const shape = buildShape(schema);

  test('security 16: knows every key that it takes', () => {
    expect(findLooseObjects(shape)).toEqual(OPEN[name] ?? []);
  });

  test('security 16: answers ten thousand inputs without failing', async () => {
    const input = buildInputArbitrary(shape);
    await fc.assert(
      fc.asyncProperty(input, async (sent) => {
        await send(sent);
      }),
      RUNS,
    );
  });
});
