/** For examples: a page as its reviewer left it. */
import { readPage } from '../content/page.ts';
import { withReview } from '../model/review.ts';

/** The text of a job aid with a review of what it says. @param on the day of the review, `YYYY-MM-DD` */
export function reviewed(text: string, on: string): string {
  const options = { base: '/', footnotes: { title: '', back: '' } };
  const { page } = readPage(text, 'content/job-aids/reviewed.mdx', options);
  if (!page) throw new Error('the page to review has findings');
  return withReview(text, { by: 'counting-desk', on, every: '6 months', of: page.version });
}
