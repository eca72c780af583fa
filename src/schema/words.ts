/**
 * The words of the interface: the shape of `content/words/<language>.yaml`. No component holds a word of its own.
 * `{name}` marks a place that is filled in (see model/words.ts).
 */
import { z } from 'astro/zod';
import { jobAidKinds } from './job-aid.ts';
import { verdicts } from './technology.ts';
import { line, prose } from './values.ts';

/** A group of single lines. */
function say<const Key extends string>(...keys: Key[]) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, line])) as Record<Key, typeof line>);
}

/** The groups in which the rules of the check are listed. */
export const ruleFamilies = [
  'files',
  'frontmatter',
  'content',
  'links',
  'pictures',
  'structure',
  'language',
  'decisions',
  'upkeep',
] as const;

/** A text that depends on a number, by the plural rules of the language; `other` is always there. */
export const counted = z.strictObject({
  zero: line.optional(),
  one: line.optional(),
  two: line.optional(),
  few: line.optional(),
  many: line.optional(),
  other: line,
});
export type Counted = z.infer<typeof counted>;

const typeName = z.strictObject({
  one: line.describe('One page of the type: “Job aid”.'),
  many: line.describe('All of them: “Job aids”.'),
  about: line.describe('What the type answers, shown on its list.'),
});

/** A group of findings on the health page. */
const healthGroup = z.strictObject({
  name: line.describe('Heading and entry in the list of groups: “Overdue”.'),
  mend: prose.describe('What the findings mean and how to mend them.'),
  none: line.describe('Said where there is nothing to mend.'),
});

export const words = z.strictObject({
  site: say(
    'skip', 'home', 'menu', 'allPages', 'myWork', 'about', 'contribute', 'privacy', 'howToSearch', 'appearance', 'asDevice', 'light', 'dark',
    'licence',
  ), // prettier-ignore
  home: say('question', 'examples', 'where', 'resume', 'tasks', 'roles', 'changes', 'allOf'),
  types: z.strictObject({
    'job-aids': typeName,
    references: typeName,
    'decision-tools': typeName,
    pathways: typeName,
    technologies: typeName,
    experiments: typeName,
  }),
  kinds: say(...jobAidKinds),
  minutes: counted,
  pages: counted,
  page: say(
    'for', 'next', 'serves', 'servesNext', 'why', 'background', 'partOf', 'ask', 'askAbout', 'askThem', 'reviewed', 'reviewedUntil', 'overdue', 'voided', 'unreviewed',
    'changed', 'edit', 'report', 'print', 'copyLink', 'linkCopied', 'short', 'version', 'onThisPage', 'madeOn', 'thanks',
  ), // prettier-ignore
  jobAid: say(
    'useWhen', 'notWhen', 'instead', 'needs', 'detail', 'detailAll', 'detailHere', 'detailEverywhere', 'done', 'didItWork', 'yes', 'no', 'yesSaid', 'noSaid',
    'tick', 'changedStep', 'stuck', 'noTrap', 'askSomebody', 'peers', 'putBack', 'reportStep', 'reportPage', 'steps', 'startAgain', 'kept', 'notKept',
  ), // prettier-ignore
  do: say(
    'open', 'openMore', 'failed', 'leave', 'place', 'checks', 'end', 'done', 'doneLast', 'goOn', 'back', 'ahead',
    'skip', 'skipWhy', 'whyNotHere', 'whyAlready', 'whyLater', 'ownWords', 'skipIt', 'keepIt', 'criticalSkip', 'skipAnyway', 'whyMissing',
    'skipped', 'takeBack', 'changed', 'changedSteps', 'stepName', 'changedStep', 'changedElsewhere', 'begunOn', 'tickedBefore', 'startAgain',
    'timerStart', 'timerPause', 'timerOn', 'timerAgain', 'timerName', 'timerOver', 'timerOverAt', 'timerLeftAt',
    'isDone', 'notYet', 'stillOpen', 'mustNotStayOpen', 'record', 'begun', 'ended', 'version', 'changedTo', 'worked', 'workedYes', 'workedNo', 'noAnswer', 'stepDone', 'stepSkipped', 'stepOpen',
    'criticalStep', 'nothingKept', 'kept', 'notKept', 'copy', 'copied', 'saveText', 'saveData', 'fileName', 'all',
  ), // prettier-ignore
  runs: z.strictObject({
    ...say(
      'title', 'lead', 'noScript', 'none', 'saveAllText', 'saveAllData', 'bringIn', 'refused', 'tooLarge', 'noRoom', 'remove', 'removed', 'nothingNew',
    ).shape,
    times: counted.describe('How often a page was used: {n}.'),
    broughtIn: counted.describe('How many records came in with a file: {n}.'),
  }), // prettier-ignore
  report: z.strictObject({
    subject: line.describe('Subject of a message about a page: {title}.'),
    stepSubject: line.describe('Subject of a message about a step: {step}, {title}.'),
    body: prose.describe('The message with its places: {page}, {step}, {version}, {stage}, {address}.'),
    request: prose.describe('The message that asks for a page that is missing: {query}.'),
    requestSubject: line,
    question: prose.describe('A question about a page: {page}, {stage}, {address}.'),
    questionSubject: line.describe('Its subject: {title}.'),
    noStage: line.describe('Said where the reader has not chosen a stage.'),
    wholePage: line.describe('Said where the message is about no single step.'),
    promise: line.describe('When somebody answers: {days}, {who}.'),
    copy: line,
    copied: line,
    openChannel: line,
  }),
  compose: z.strictObject({
    ...say(
      'title', 'lead', 'mendTitle', 'mendLead', 'noScript', 'howTo', 'hostsPage', 'loading', 'failed', 'noSuchPage',
      'kindOfHelp', 'mendInstead', 'open', 'name', 'first', 'body', 'place', 'more', 'file', 'fileHelp', 'fileTaken', 'bodyHelp', 'putIn', 'page', 'pagePut',
      'optional', 'choose', 'add', 'remove', 'entry', 'onePerLine',
      'look', 'write', 'lookLast', 'lookEmpty', 'picture',
      'finding', 'inLine', 'stillMissing', 'stillMissingList', 'toMend', 'mayMend', 'showMissing', 'ready', 'unchanged',
      'handIn', 'propose', 'copyAndOpen', 'send', 'copyAndSend', 'copy', 'copied', 'notCopied', 'download', 'theFile',
      'nextFilled', 'nextPaste', 'nextChannel', 'nextNobody', 'unfinished',
      'subjectNew', 'subjectMend', 'paste', 'kept', 'notKept', 'restored', 'moved', 'startAgain', 'sureStartAgain', 'newPage',
    ).shape,
    missing: counted,
    fields: z.record(z.string(), line).describe('Field of a page type → what the form calls it; `not_when.go` before `go`.'),
    helps: z.record(z.string(), line).describe('The same, for fields whose description speaks of files: what the form says instead.'),
    choices: z.record(z.string(), z.record(z.string(), line)).describe('Field → its values → what the form calls them.'),
    insert: say('step', 'check', 'heading', 'critical', 'trap', 'tip', 'example', 'list').describe('Buttons above the text.'),
    passages: say('step', 'check', 'heading', 'trap', 'tip', 'example', 'list').describe('What the buttons put into the text.'),
  }), // prettier-ignore
  stages: say('label', 'critical'),
  notes: say('trap', 'tip', 'stop', 'example'),
  template: say('copy', 'copied', 'download'),
  term: say('close', 'glossary'),
  footnotes: say('title', 'back'),
  reference: say('terms', 'also'),
  technology: z.strictObject({
    ...say('affords', 'replaces', 'for', 'against', 'verdict', 'why', 'until', 'source', 'on').shape,
    calls: say(...verdicts),
  }),
  experiment: z.strictObject({
    ...say(
      'question',
      'hypothesis',
      'who',
      'lasts',
      'measure',
      'stop',
      'decide',
      'if',
      'then',
      'result',
      'decision',
    ).shape,
    status: say('proposed', 'running', 'done'),
  }),
  tool: z.strictObject({
    ...say(
      'start', 'because', 'yourAnswers', 'answeredOn', 'change', 'nextSteps', 'turns', 'turn', 'turnUp', 'turnDown', 'turnFrom', 'turnUntil', 'again', 'background', 'routes',
      'allQuestions', 'oneByOne', 'onOnePage', 'outcome', 'copy', 'copied', 'print', 'answerGone', 'dropped', 'trouble', 'goOn', 'chooseAll', 'pickCountry',
      'reasons', 'errorTitle', 'problem', 'needsScript', 'seeRoutes', 'private', 'yes', 'no', 'if', 'otherwise', 'open',
    ).shape,
    remaining: counted,
    kinds: say('checkbox', 'number', 'integer', 'money', 'date', 'year', 'country').describe('What a question takes, where no field can be shown.'),
    errors: say(
      'empty', 'emptyChoice', 'alone', 'number', 'whole', 'places', 'step', 'date', 'year', 'country', 'min', 'max', 'minDay', 'maxDay',
    ).describe('What is said of an answer that does not do: {limit}.'),
    score: say('title', 'criterion', 'weight', 'weightOf', 'result', 'total', 'points', 'share', 'of', 'turn', 'noTurn', 'knockedOut', 'tie', 'weighed'),
    spoken: say(
      'quoted', 'answer', 'is', 'equal', 'unequal', 'less', 'atMost', 'more', 'atLeast', 'before', 'notAfter', 'after', 'notBefore',
      'with', 'without', 'inDays', 'notInDays', 'others', 'asked', 'notAsked', 'workingDay', 'noWorkingDay', 'yes', 'no', 'either',
      'andAlso', 'orElse', 'any', 'all', 'today', 'rate', 'if', 'min', 'max', 'earliest', 'latest', 'size', 'days', 'weeks', 'months',
      'years', 'later', 'earlier', 'oneWorkingDay', 'workingDays', 'round', 'roundUp', 'roundDown', 'places', 'abs', 'weekday', 'year',
      'month', 'day', 'countEach', 'sumEach', 'minEach', 'maxEach', 'per',
    ).describe('Conditions and sums in words: {a}, {b} and {c} are their parts.'),
    chart: say(
      'title', 'lead', 'facts', 'tested', 'answer', 'flowchart', 'about', 'tooLarge', 'yours', 'table', 'when', 'leadsTo', 'any',
      'onward', 'otherwise', 'sums', 'since', 'period', 'forEach', 'again', 'some', 'none', 'score', 'from', 'below', 'ahead', 'tie', 'outcomes',
    ).describe('The page with the flowchart.'),
  }), // prettier-ignore
  rules: z.strictObject({
    ...say('title', 'about', 'mend', 'fixed', 'refused', 'accepted', 'name', 'error', 'warning').shape,
    families: say(...ruleFamilies),
  }),
  path: say('title', 'on', 'previous', 'next', 'begin', 'beginHere').describe(
    'Where a page stands on the pathways that lead to it.',
  ),
  pathway: z.strictObject({
    ...say(
      'asRole', 'youCan', 'where', 'start', 'picture', 'yourNext', 'also', 'do', 'try', 'with', 'evidence', 'opens', 'or',
      'scale', 'notYet', 'seen', 'helped', 'alone', 'unusual', 'taught', 'skipped', 'already',
      'day', 'note', 'because', 'who', 'before', 'takeBack', 'allAlone', 'kept', 'notKept', 'damaged', 'newer', 'myWork',
    ).shape,
    used: counted.describe('How often the pages of an ability were used at work: finished runs.'),
  }), // prettier-ignore
  work: z.strictObject({
    ...say(
      'title', 'lead', 'noScript', 'pathways', 'failed', 'empty', 'gone', 'next', 'evidence', 'seenBy', 'before', 'change', 'used', 'skipped', 'because',
      'confirmed', 'missing', 'confirmedBy', 'missingBy', 'task', 'portfolio',
      'keep', 'saveFile', 'saveText', 'print', 'open', 'nothingNew', 'refusedLong', 'refusedForeign', 'refusedNewer', 'refusedWrong',
      'share', 'shareLead', 'choose', 'yourName', 'makeLink', 'link', 'copy', 'copied', 'chooseOne', 'tooLong',
      'answer', 'answerLead', 'keepAnswer', 'leaveAnswer', 'answerKept', 'badLink',
    ).shape,
    times: counted.describe('How often a page was used: {n}, {on} is the last day.'),
    opened: counted.describe('How many entries of a file were not here yet.'),
  }), // prettier-ignore
  sharedWork: say(
    'title', 'lead', 'noScript', 'none', 'from', 'fromSomebody', 'privacy', 'answer', 'confirmed', 'missing', 'whatMissing', 'task',
    'taskHelp', 'yourName', 'makeLink', 'answerOne', 'link', 'sendBack', 'tooLong',
  ), // prettier-ignore
  lists: say('byLetter', 'letters', 'roles', 'stages', 'topics', 'moments', 'none', 'parts', 'part'),
  health: z.strictObject({
    ...say('title', 'lead', 'on', 'contents', 'file', 'edit', 'due', 'reviewedOn').shape,
    left: counted.describe('Said below a list that is cut short: {n} more.'),
    groups: z.strictObject({
      overdue: healthGroup,
      voided: healthGroup,
      unreviewed: healthGroup,
      unowned: healthGroup,
      idle: healthGroup,
      orphaned: healthGroup,
      merged: healthGroup,
      withdrawn: healthGroup,
    }),
    coverage: z.strictObject({
      ...say('title', 'counts', 'everyone', 'mend', 'role', 'none', 'forAll').shape,
      holes: counted.describe('How many cells of a table have no page: {n} of {of}.'),
    }),
    abilities: say('title', 'about', 'none', 'noPathway', 'noAbility', 'each', 'can', 'pages', 'bare', 'mend'), // prettier-ignore
    tools: z.strictObject({
      ...say('title', 'proven', 'partly', 'broken', 'routes', 'longest', 'none').shape,
      tested: counted.describe('How many outcomes the tests in the tool lead to: {n} of {of}.'),
      questions: counted,
      outcomes: counted,
    }),
    owners: z.strictObject({
      ...say('title', 'allReviewed', 'oldest', 'never').shape,
      unreviewed: counted.describe('How many of an owner’s pages were never reviewed.'),
    }),
  }),
  search: z.strictObject({
    ...say(
      'label', 'open', 'button', 'close', 'hint', 'loading', 'failed', 'type', 'role', 'stage', 'topic', 'moment', 'more', 'clear',
      'nothing', 'closest', 'askSomebody', 'request', 'showingFor', 'noScript', 'index', 'section', 'keys', 'slashOn', 'slashOff', 'only', 'preview', 'openPage',
      'overdue', 'void', 'shutOut', 'recent', 'forget', 'missed', 'missedWhere', 'missedSend', 'missedSubject',
    ).shape,
    missedMessage: prose.describe('The list of searches without results, for the owners: {query}.'),
    previewMore: counted,
    results: counted,
  }), // prettier-ignore
  notFound: say('title', 'moved', 'search', 'index'),
  retired: z.strictObject({
    ...say('tab', 'stop', 'since', 'paper', 'instead', 'nothing', 'search', 'ask').shape,
    message: prose.describe('The question about a withdrawn page: {page}, {on}, {address}.'),
  }),
});
export type Words = z.infer<typeof words>;
