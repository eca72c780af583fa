/** All rules, in the order in which they are listed. */
import type { Rule } from '../rule.ts';
import { abilityLoop } from './ability-loop.ts';
import { abilityVerb } from './ability-verb.ts';
import { address } from './address.ts';
import { altText } from './alt-text.ts';
import { altWords } from './alt-words.ts';
import { askIsTitle } from './ask-is-title.ts';
import { bodyFitsKind } from './body-fits-kind.ts';
import { capitals } from './capitals.ts';
import { changesOrder } from './changes-order.ts';
import { characters } from './characters.ts';
import { component } from './component.ts';
import { criticalForAll } from './critical-for-all.ts';
import { doubledWord } from './doubled-word.ts';
import { emoji } from './emoji.ts';
import { emptyHeading } from './empty-heading.ts';
import { emptyLink } from './empty-link.ts';
import { encoding } from './encoding.ts';
import { fileName } from './file-name.ts';
import { fillIn } from './fill-in.ts';
import { filler } from './filler.ts';
import { frontmatter } from './frontmatter.ts';
import { futureDate } from './future-date.ts';
import { headingOrder } from './heading-order.ts';
import { headingTwice } from './heading-twice.ts';
import { heading } from './heading.ts';
import { knownAbility } from './known-ability.ts';
import { knownAnchor } from './known-anchor.ts';
import { knownFile } from './known-file.ts';
import { knownId } from './known-id.ts';
import { knownPage } from './known-page.ts';
import { knownPicture } from './known-picture.ts';
import { lightPicture } from './light-picture.ts';
import { lineEnds } from './line-ends.ts';
import { linkWords } from './link-words.ts';
import { listDepth } from './list-depth.ts';
import { longHeading } from './long-heading.ts';
import { longParagraph } from './long-paragraph.ts';
import { longSentence } from './long-sentence.ts';
import { lookAlike } from './look-alike.ts';
import { looksAlone } from './looks-alone.ts';
import { manySteps } from './many-steps.ts';
import { marksInSteps } from './marks-in-steps.ts';
import { mdx } from './mdx.ts';
import { nameClash } from './name-clash.ts';
import { nextTwice } from './next-twice.ts';
import { noCode } from './no-code.ts';
import { noHtml } from './no-html.ts';
import { notWhenDiffers } from './not-when-differs.ts';
import { observable } from './observable.ts';
import { oneAction } from './one-action.ts';
import { oneTermEach } from './one-term-each.ts';
import { orphan } from './orphan.ts';
import { pictureKind } from './picture-kind.ts';
import { pictureLink } from './picture-link.ts';
import { pictureSize } from './picture-size.ts';
import { retiredLink } from './retired-link.ts';
import { retiredPage } from './retired-page.ts';
import { reviewOverdue } from './review-overdue.ts';
import { reviewVoided } from './review-voided.ts';
import { selfLink } from './self-link.ts';
import { settings } from './settings.ts';
import { singleItem } from './single-item.ts';
import { size } from './size.ts';
import { stagesOfPath } from './stages-of-path.ts';
import { stepVerb } from './step-verb.ts';
import { summaryForm } from './summary-form.ts';
import { symbolicLink } from './symbolic-link.ts';
import { tableExpired } from './table-expired.ts';
import { tableExpiring } from './table-expiring.ts';
import { tableHeads } from './table-heads.ts';
import { tableRows } from './table-rows.ts';
import { tableWidth } from './table-width.ts';
import { titleStyle } from './title-style.ts';
import { titleTask } from './title-task.ts';
import { toolFormula } from './tool-formula.ts';
import { toolGap } from './tool-gap.ts';
import { toolId } from './tool-id.ts';
import { toolLoop } from './tool-loop.ts';
import { toolNever } from './tool-never.ts';
import { toolOverlap } from './tool-overlap.ts';
import { toolQuestion } from './tool-question.ts';
import { toolScoring } from './tool-scoring.ts';
import { toolSize } from './tool-size.ts';
import { toolTable } from './tool-table.ts';
import { toolTarget } from './tool-target.ts';
import { toolTest } from './tool-test.ts';
import { toolTrouble } from './tool-trouble.ts';
import { toolUnasked } from './tool-unasked.ts';
import { toolUnreachable } from './tool-unreachable.ts';
import { toolValue } from './tool-value.ts';
import { toolWayOn } from './tool-way-on.ts';
import { uniqueAbility } from './unique-ability.ts';
import { uniqueAlias } from './unique-alias.ts';
import { uniqueAsk } from './unique-ask.ts';
import { uniqueId } from './unique-id.ts';
import { unusedPicture } from './unused-picture.ts';
import { yaml } from './yaml.ts';

export const rules: Rule[] = [
  // files
  encoding,
  size,
  characters,
  lineEnds,
  fileName,
  nameClash,
  knownFile,
  symbolicLink,
  // frontmatter
  yaml,
  frontmatter,
  settings,
  uniqueId,
  uniqueAbility,
  // content
  mdx,
  noCode,
  noHtml,
  component,
  address,
  heading,
  lookAlike,
  // links
  knownPage,
  knownAnchor,
  knownId,
  knownAbility,
  uniqueAlias,
  oneTermEach,
  emptyLink,
  linkWords,
  pictureLink,
  selfLink,
  nextTwice,
  // pictures
  knownPicture,
  pictureKind,
  pictureSize,
  lightPicture,
  unusedPicture,
  altText,
  altWords,
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
  stagesOfPath,
  abilityLoop,
  marksInSteps,
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
  // decisions
  toolId,
  toolTarget,
  toolWayOn,
  toolFormula,
  toolQuestion,
  toolValue,
  toolTable,
  toolScoring,
  toolUnreachable,
  toolGap,
  toolOverlap,
  toolNever,
  toolUnasked,
  toolLoop,
  toolTrouble,
  toolTest,
  toolSize,
  tableExpired,
  tableExpiring,
  // upkeep
  retiredLink,
  fillIn,
  futureDate,
  changesOrder,
  reviewVoided,
  reviewOverdue,
  orphan,
  retiredPage,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
