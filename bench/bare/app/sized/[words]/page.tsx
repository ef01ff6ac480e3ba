export const dynamic = 'force-static';

export function generateStaticParams() {
  return [{ words: '0' }];
}

/** A prerendered page that is as long as one likes. */
export default async function SizedPage({ params }: { params: Promise<{ words: string }> }) {
  const { words } = await params;
  return <p>{'rung '.repeat(Number(words))}</p>;
}
