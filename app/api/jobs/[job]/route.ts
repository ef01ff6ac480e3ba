import { isCommand } from '@/lib/http/command-key';
import { commandSchema, runCommand } from '@/lib/operator/commands';
import { StorageUnavailableError } from '@/lib/queries/storage';

/**
 * What the commands of the machine's operator ask of a server that is running, because the database file is then the
 * server's. To everybody else this address does not exist.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ job: string }> },
): Promise<Response> {
  if (!isCommand(request.headers)) return new Response('There is nothing here.', { status: 404 });
  const { job } = await params;
  const parsed = commandSchema.safeParse({ ...(await request.json().catch(() => null)), command: job });
  if (!parsed.success) return new Response('This server does not know this command.', { status: 400 });
  try {
    const { isDone, text } = await runCommand(parsed.data);
    return new Response(text, { status: isDone ? 200 : 422 });
  } catch (error) {
    if (!(error instanceof StorageUnavailableError)) throw error;
    return new Response(error.message, { status: 503 });
  }
}
