/** All rules, in the order in which they are listed. */
import type { Rule } from '../rule.ts';
import { knownAnchor } from './known-anchor.ts';
import { knownId } from './known-id.ts';
import { knownPage } from './known-page.ts';
import { knownPicture } from './known-picture.ts';
import { oneTermEach } from './one-term-each.ts';
import { uniqueAlias } from './unique-alias.ts';
import { headingOrder } from './heading-order.ts';
import { emptyHeading } from './empty-heading.ts';
import { headingTwice } from './heading-twice.ts';
import { longHeading } from './long-heading.ts';
import { longParagraph } from './long-paragraph.ts';
import { listDepth } from './list-depth.ts';
import { singleItem } from './single-item.ts';
import { tableHeads } from './table-heads.ts';
import { tableRows } from './table-rows.ts';
import { tableWidth } from './table-width.ts';
import { bodyFitsKind } from './body-fits-kind.ts';
import { stepVerb } from './step-verb.ts';
import { oneAction } from './one-action.ts';
import { manySteps } from './many-steps.ts';
import { criticalForAll } from './critical-for-all.ts';
import { marksInSteps } from './marks-in-steps.ts';
import { emptyLink } from './empty-link.ts';
import { linkWords } from './link-words.ts';
import { pictureLink } from './picture-link.ts';
import { selfLink } from './self-link.ts';
import { nextTwice } from './next-twice.ts';
import { altText } from './alt-text.ts';
import { altWords } from './alt-words.ts';
import { titleTask } from './title-task.ts';
import { titleStyle } from './title-style.ts';
import { summaryForm } from './summary-form.ts';
import { notWhenDiffers } from './not-when-differs.ts';
import { observable } from './observable.ts';
import { abilityVerb } from './ability-verb.ts';
import { uniqueAsk } from './unique-ask.ts';
import { askIsTitle } from './ask-is-title.ts';
import { filler } from './filler.ts';
import { doubledWord } from './doubled-word.ts';
import { longSentence } from './long-sentence.ts';
import { looksAlone } from './looks-alone.ts';
import { emoji } from './emoji.ts';
import { capitals } from './capitals.ts';
import { fillIn } from './fill-in.ts';
import { futureDate } from './future-date.ts';
import { changesOrder } from './changes-order.ts';
import { reviewVoided } from './review-voided.ts';
import { reviewOverdue } from './review-overdue.ts';
import { orphan } from './orphan.ts';
import { retiredLink } from './retired-link.ts';
import { retiredPage } from './retired-page.ts';

/** What readers meet: structure, links, words, and whether somebody looks after the page. */
const prose: Rule[] = [
  // structure
  headingOrder,
  emptyHeading,
  headingTwice,
  longHeading,
  longParagraph,
  listDepth,
  singleItem,
  tableHeads,
  tableRows,
  tableWidth,
  bodyFitsKind,
  stepVerb,
  oneAction,
  manySteps,
  criticalForAll,
  marksInSteps,
  // links, pictures
  emptyLink,
  linkWords,
  pictureLink,
  selfLink,
  nextTwice,
  altText,
  altWords,
  // language
  titleTask,
  titleStyle,
  summaryForm,
  notWhenDiffers,
  observable,
  abilityVerb,
  uniqueAsk,
  askIsTitle,
  filler,
  doubledWord,
  longSentence,
  looksAlone,
  emoji,
  capitals,
  // upkeep
  fillIn,
  futureDate,
  changesOrder,
  reviewVoided,
  reviewOverdue,
  orphan,
  retiredLink,
  retiredPage,
];

export const rules: Rule[] = [
  knownPage,
  knownAnchor,
  knownId,
  uniqueAlias,
  oneTermEach,
  knownPicture,
  ...prose,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
