import type { LexiconGroup } from './sentiment-entry.ts';

/** Headings that explain, list, ask or look back, and take no side. */
export const FRAMES: readonly LexiconGroup[] = [
  {
    role: 'frame',
    weight: 0.18,
    entries: `
      ^ how, ^ what, ^ who, ^ where, ^ which, ^ is, ^ are, ^ should, ^ does, ^ inside, explained, explainer*,
      primer, faq, quiz, ^ podcast, ^ newsletter, ^ interview, timeline, by the numbers, anatomy of, history of,
      guide to, guide, beginner guide, cheat sheet, things to know, what to know, need to know, should know,
      what we know, key takeaways, takeaways from, recap, ^ week in, ^ month in, week in review, year in review,
      one year on, one year later, looks back, look back, looking back, a list of, library of, ranked,
      ranked by, ranking of, compared, side by side, point by point, step by step, here's what, here is what,
      here's how, here is how, lessons from, deep dive, in charts, in pictures, questions and answers, q a,
      myths about, to vote on, to vote .. on, will vote on, votes on, set to vote, to rule on,
      to decide on|whether, to discuss|debate|review`,
  },
  {
    role: 'frame',
    weight: 0.4,
    entries: `
      # charts|things|facts|questions|lessons|takeaways|myths,
      three|four|five|six|seven|eight|ten charts|things|facts|questions|lessons|takeaways|myths,
      where are they now, oral argument*, hears arguments, hear arguments, schedules|sets .. hearing|markup|vote`,
  },
  {
    role: 'silent',
    entries: `
      what a, how about, who knew`,
  },
];
