import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadCareer } from '@/lib/catalogue';
import { listPagedPosts } from '@/lib/domain/career/post-links';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { describePage } from '../../describe-page';
import { PostArticle } from './post-article';
import { StepArticle } from './step-article';

type StepPageProps = { params: Promise<{ id: string }> };

export const dynamicParams = false;

/** Steps, and the posts that are no role: the first edition had some of them as steps, and an address stays. */
export function generateStaticParams() {
  const career = loadCareer();
  return [...career.steps, ...listPagedPosts(career)].map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  const career = loadCareer();
  const { id } = await params;
  const step = career.stepById.get(id);
  if (step)
    return describePage({
      title: step.title,
      description: `${STEP_KIND_LABELS[step.kind]}: ${step.description} What you can do afterwards, what comes first, what it costs and how long it takes.`,
    });
  const post = career.postById.get(id);
  if (!post) notFound();
  return describePage({
    title: post.title,
    description: `${post.description} What is asked for it, how one gets it, and what it leads to.`,
  });
}

export default async function StepPage({ params }: StepPageProps) {
  const career = loadCareer();
  const { id } = await params;
  const step = career.stepById.get(id);
  if (step) return <StepArticle career={career} step={step} />;
  const post = career.postById.get(id);
  if (!post) notFound();
  return <PostArticle career={career} post={post} />;
}
