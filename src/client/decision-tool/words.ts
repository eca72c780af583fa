import type { Words } from '../../schema/words.ts';

/** What a tool's script says; the page hands it over, so that the script holds no language. */
export type ToolWords = Pick<
  Words['tool'],
  | 'errors'
  | 'errorTitle'
  | 'turn'
  | 'turnUp'
  | 'turnDown'
  | 'turnFrom'
  | 'turnUntil'
  | 'dropped'
  | 'answerGone'
  | 'trouble'
  | 'yes'
  | 'no'
  | 'score'
>;
