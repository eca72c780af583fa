/** What the rules know of English. Data only; each list is kept short enough that what is in it is never wrong. */

/** @param words with commas between them, on as many lines as there are */
function listed(words: string): Set<string> {
  return new Set(words.trim().split(/,\s*/));
}

/** Words after whose full stop a sentence goes on. */
export const abbreviations = listed(`
  e.g, i.e, etc, vs, cf, ca, approx, nos, fig, p, pp, vol, ed, eds, al, min, max, dr, mr, mrs, ms, prof,
  st, jan, feb, aug, sept, oct, nov, dec`);

/** First words that are no action. */
export const notActions = listed(`
  the, a, an, this, that, these, those, it, its, there, they, their, them, able, i, you, your, we, our, he,
  his, she, her, everybody, everyone, somebody, someone, users, people, should, must, can, could, would, may,
  might, will, shall, is, are, was, were, has, been, how, why, who, what, which, and, or, but, overview,
  introduction, background, information, guidelines, guidance, tips, notes, basics, steps, instructions,
  prerequisites, requirements, procedure, summary, conclusion, checklist, training`);

/** Endings of words that are no action, */
export const endings = /(?:\wing|tion|sion|ment|ness|ity)$/;

/** except these, which are. */
export const notEndings = listed(`
  bring, ring, sing, string, swing, spring, sling, cling, fling, sting, wring, ping, wing, mention, question,
  position, function, caution, section, partition, petition, ration, station, condition, auction, decommission,
  recondition, reposition, sanction, tension, suction, commission, envision, provision, requisition, vision,
  audition, motion, portion, proportion, apportion, document, comment, implement, supplement, complement,
  compliment, experiment, segment, augment, cement, fragment, instrument, lament, ornament, pigment, regiment,
  torment, ferment, witness, harness, decision, during, nothing, anything, something, everything, morning,
  evening, following, according`);

/** Words and phrases that can go (without `instead`), or that have a plainer one. `said` is a pattern. */
export const filler: { said: string; instead?: string }[] = [
  { said: "(?<!\\b(?:as|not|than) |n[’']t )simply(?= \\w)" },
  { said: '(?<!\\b(?:more|most|less|too|so|as|how) )easily(?= \\w)' },
  { said: 'obviously(?! (?:wrong|false|broken|empty))' },
  { said: 'basically' },
  { said: 'of course(?=,)' },
  { said: 'needless to say' },
  { said: 'as you (?:may )?know,' },
  { said: 'please note(?: that)?' },
  { said: 'it (?:should|must) be noted that' },
  { said: 'it is (?:important|worth) (?:to note|noting) that' },
  { said: 'as (?:mentioned|described|stated) (?:above|earlier|before)', instead: 'a link to the place' },
  { said: 'in order to', instead: 'to' },
  { said: 'so as to', instead: 'to' },
  { said: 'due to the fact that', instead: 'because' },
  { said: 'in the event that', instead: 'if' },
  { said: 'at this point in time', instead: 'now' },
  { said: 'prior to', instead: 'before' },
  { said: 'subsequent to', instead: 'after' },
  { said: 'with regard to', instead: 'about' },
  { said: 'utili[sz](?:e|es|ed|ing)', instead: 'use' },
  { said: 'leverag(?:e|es|ed|ing)', instead: 'use' },
  { said: '(?<=^|[.:!?] )learn more(?= about|[.:…]|$)', instead: 'what the reader finds there' },
  { said: 'click here', instead: 'what the reader finds there' },
];

/**
 * “Just” where it plays a task down: in front of something to do. It has other meanings (“just before”, “not just ask”, “has just
 * run”, “a just decision”).
 */
export const playedDown = String.raw`(?<!\b(?:not|have|has|had) |[’'](?:t|ve|s) )\bjust (?=(?:add|answer|ask|check|choose|click|copy|delete|do|drag|enter|fill|follow|go|hit|open|paste|pick|press|put|run|save|select|send|tap|tick|type|use|write)\b)`;

/** States of mind, which nobody can see from outside, where something should stand that can be seen. */
export const statesOfMind = [
  /^(?:you|they|people|everybody|everyone|somebody|the team|staff) (?:(?:all|both|now|fully) )*know\b/iu,
  /\b(?:you|they|people|everybody|everyone|somebody|the team|staff) (?:(?:can|all|both|now|fully) )*(?:understands?|know about|knows about|appreciates?|reali[sz]es?|feels?|have learn(?:ed|t)|(?:are|is) (?:aware|familiar|comfortable|confident))\b/iu,
  /\b(?:a |an )?(?:(?:good|better|basic|deep|full) )?(?:awareness|understanding) of\b/iu,
];

/** What shows the way by itself: colours, shapes, places. */
const looks =
  'red|green|blue|yellow|orange|grey|gray|black|white|purple|pink|round|square|big|large|small|little|tiny';
const places = 'left|right|left-hand|right-hand|top|bottom|upper|lower';
const things = 'button|link|icon|field|box|tab|key|arrow|menu|circle|switch|tile|bar';
const acts = '(?:click|tap|press|push|choose|select|hit|use|open)(?: on)?';
/** Something to press that is told apart by colour, shape or place alone; its words are the first group. */
export const looksAlone = [
  new RegExp(`\\b${acts} (the (?:(?:${looks}|${places})(?:,? and |,? |-))+(?:${things}))\\b`, 'gi'),
  new RegExp(`\\b${acts} (the (?:${things}) (?:on|at|in|to) (?:the |your )?(?:${places}))\\b`, 'gi'),
];
/** What follows where it has a name all the same. */
export const isNamed = /^[ ,]*(?:that says|which says|with the word|named|called|labelled|marked)\b/iu;

/** “See below”, where nothing says what is there. */
export const pointsNowhere = /\b(?:see|refer to) (?:above|below)\b(?!:| (?:the|for|in|under)\b)/gi;

/** Words of a link that don’t say where it goes. */
export const emptyWords = listed(`
  here, click here, click, this, this page, this link, that page, page, link, the link, more, read more,
  learn more, find out more, more information, more info, details, info, see here, see more, go, website,
  this website, this article, this document, document, url, download, continue, see this page, this job aid`);

/** Alternatives of a picture that say nothing of it. */
export const emptyAlternatives = listed(`
  image, picture, photo, photograph, screenshot, screen shot, screen, graphic, figure, diagram, chart, icon,
  logo, illustration, drawing, img, alt, alt text, table, untitled`);

/** Beginnings that a screen reader says by itself. */
export const pictureOf =
  /^(?:an? |the )?(?:image|picture|photo|photograph|graphic) (?:of|showing|that shows)\b/iu;

/** Small words, which tell nothing about capitals in a title. */
export const smallWords = listed(`
  a, an, the, and, or, but, nor, of, in, on, at, to, for, by, with, from, as, it, is, you, your, up`);

/** Words that may rightly come twice in a row: “all that that means”, “had had”. */
export const rightlyTwice = listed(`
  that, in, on, had, do, is, no, so, very, much, her, you, long, again, yes, bye, ha, now, etc`);

/** Two actions in one line: “add up, then sign”. After a condition “then” is another word, and “now and then” is none. */
export const andThen = /(?<!\bnow )\band then\b|, then\b/i;
export const condition = /^(?:if|when|once|where|as soon as|after|unless)\b/i;
