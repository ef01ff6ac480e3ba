import { ArrivalNotice } from '@/components/arrival-notice';

/** Says that the answers before a first plan are saved, and what they moved. It takes the focus, so that it is read. */
export function AnsweredNotice({ moved }: { moved: string | null }) {
  return (
    <ArrivalNotice target="answered">
      <span id="answered" tabIndex={-1}>
        {moved === null
          ? 'Your answers are saved.'
          : `Your answers are saved. ${moved} You said “Not yet” of what a level you rated says too: the level stays, and the plan teaches it.`}
      </span>
    </ArrivalNotice>
  );
}
