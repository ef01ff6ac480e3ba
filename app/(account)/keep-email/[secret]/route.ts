import { carryLink } from '@/lib/auth/carried-link';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ secret: string }> },
): Promise<Response> {
  return carryLink('keep-email', (await params).secret);
}
