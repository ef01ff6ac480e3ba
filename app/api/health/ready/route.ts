import { isStorageReady } from '@/lib/queries/storage';

export const dynamic = 'force-dynamic';

/** The database answers and has the schema of this program. */
export async function GET(): Promise<Response> {
  const isReady = await isStorageReady();
  return Response.json({ ready: isReady }, { status: isReady ? 200 : 503 });
}
