import { buildPublishedSchema, PUBLISHED_SCHEMAS } from '@/lib/export/schema';

export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return PUBLISHED_SCHEMAS.map((name) => ({ name: `${name}.json` }));
}

/** A JSON Schema of what Rung writes, under `/schema/NAME.json`. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  const known = PUBLISHED_SCHEMAS.find((published) => `${published}.json` === name);
  if (!known) return new Response('There is no such schema.', { status: 404 });
  return new Response(JSON.stringify(buildPublishedSchema(known), null, 2), {
    headers: { 'content-type': 'application/schema+json' },
  });
}
