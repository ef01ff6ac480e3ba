import fc from 'fast-check';
import * as z from 'zod/v4/core';

/** The parts of a JSON Schema that input is made from. */
type Shape = {
  $ref?: string;
  $defs?: Record<string, Shape>;
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  propertyNames?: Shape;
  additionalProperties?: boolean | Shape;
};

export const buildShape = (schema: z.$ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

/** What breaks programs: other types, markers of injection, values at the edges, names of prototypes. */
export const junkText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    'NaN',
    'null',
    '__proto__',
    'constructor',
    '\0',
    '\u202e',
    '\ud800',
    "' or 1=1 --",
    '=cmd()',
    '<script>',
    '🪜 Ứng dụng Ω',
    '../../etc/passwd',
    'x'.repeat(3_000),
  ),
);
/** What some field or other takes, so that some of the forms get through. */
const typicalText = fc.constantFrom(
  'ada@example.org',
  'four unrelated words here',
  'devops-engineer',
  'coding',
  'Europe/London',
  'balanced',
  'certification',
  'done',
  'GBP',
  'UK',
  '2026-11-30',
  '3',
  '10',
  'on',
);

const junk = fc.oneof(
  junkText,
  typicalText,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, [], {}, { length: {} }, [null], -0, 2 ** 53),
);

// Made once: fast-check reads a list of dangerous texts anew for each `string` that is made.
const anyText = fc.oneof(typicalText, fc.string(), junkText);
const otherKeys = fc.dictionary(fc.oneof(junkText, fc.constant('personId')), junk, { maxKeys: 2 });
const freeKey = fc.string({ maxLength: 8 });

const TEXTS: Record<string, fc.Arbitrary<string>> = {
  date: fc.constantFrom('2026-11-30', '2027-02-29', '0000-00-00', '9999-12-31'),
  'date-time': fc.constantFrom('2026-11-30T09:30:00Z', '2026-11-30T24:00:00Z', '2026-11-30'),
  email: fc.constantFrom('ada@example.org', 'ada@', '@', `${'a'.repeat(300)}@example.org`),
  uri: fc.constantFrom('https://example.org/', 'javascript:alert(1)', 'file:///etc/passwd'),
};

/** Input close to what a schema takes, so that it is refused late or taken: a part now and then is junk or missing. */
export function buildInputArbitrary(
  shape: Shape,
  { definitions = shape.$defs ?? {}, mostItems = 2 } = {},
): fc.Arbitrary<unknown> {
  const below = { definitions, mostItems: shape.type === 'array' ? 1 : mostItems };
  const build = (part: Shape) => buildInputArbitrary(part, below);
  return fc.oneof(
    { weight: 19, arbitrary: buildFitting(shape, { definitions, mostItems, build }) },
    { weight: 1, arbitrary: junk },
  );
}

type Building = {
  definitions: Record<string, Shape>;
  mostItems: number;
  build: (part: Shape) => fc.Arbitrary<unknown>;
};

function buildFitting(shape: Shape, { definitions, mostItems, build }: Building): fc.Arbitrary<unknown> {
  const referred = shape.$ref ? definitions[shape.$ref.replace('#/$defs/', '')] : undefined;
  if (shape.$ref)
    return referred && !JSON.stringify(referred).includes(shape.$ref) ? build(referred) : fc.jsonValue();
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return fc.oneof(...choices.map(build));
  if (shape.type === 'array') return fc.array(build(shape.items ?? {}), { maxLength: mostItems });
  if (shape.type === 'integer') return fc.integer({ min: -1, max: 60 });
  if (shape.type === 'number') return fc.double({ min: -1, max: 1e6, noNaN: true });
  if (shape.type === 'boolean') return fc.boolean();
  if (shape.type === 'null') return fc.constant(null);
  if (shape.type === 'string') return TEXTS[shape.format ?? ''] ?? anyText;
  if (shape.type === 'object') return buildObject(shape, build);
  return junk;
}

function buildObject(shape: Shape, build: (part: Shape) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const parts = Object.entries(shape.properties ?? {}).map(([name, part]) => [name, build(part)] as const);
  const whole = fc.record(Object.fromEntries(parts));
  const some = fc.record(Object.fromEntries(parts), { requiredKeys: [] });
  // A large document comes in parts, which is as telling and much quicker.
  const known =
    parts.length > 8 ? some : fc.oneof({ weight: 2, arbitrary: whole }, { weight: 1, arbitrary: some });
  // Most objects take no other key, and to draw none from a dictionary takes as long as to draw some.
  const free =
    typeof shape.additionalProperties === 'object'
      ? fc.dictionary(freeKey, build({}), { maxKeys: 3 })
      : fc.constant({});
  return fc
    .tuple(known, fc.oneof({ weight: 19, arbitrary: free }, { weight: 1, arbitrary: otherKeys }))
    .map(([one, more]) => ({ ...more, ...one }));
}

/** The objects of a schema that take any key, by their path. */
export function findLooseObjects(shape: Shape, at = ''): string[] {
  const below = [
    ...Object.entries(shape.properties ?? {}),
    ...Object.entries(shape.$defs ?? {}),
    ...(shape.anyOf ?? shape.oneOf ?? []).map((part) => ['', part] as const),
    ...(shape.items ? [['[]', shape.items] as const] : []),
  ];
  const isLoose = shape.type === 'object' && shape.additionalProperties !== false && !shape.propertyNames;
  return [
    ...(isLoose ? [at || 'the whole'] : []),
    ...below.flatMap(([name, part]) => findLooseObjects(part, `${at}.${name}`)),
  ];
}
