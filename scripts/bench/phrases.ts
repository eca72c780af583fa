/** What generated job aids are made of: everyday office and desk work, in the words of those who do it. */

/** Titles are an act, a thing and a situation: 24 × 40 × 26 of them. */
export const acts = [
  'Check', 'Close', 'Correct', 'Hand over', 'Answer', 'Order', 'Approve', 'Send back', 'Explain', 'Prepare', 'Count', 'Book',
  'File', 'Renew', 'Cancel', 'Price', 'Plan', 'Report', 'Record', 'Test', 'Sort', 'Trace', 'Release', 'Move',
] as const; // prettier-ignore

export const things = [
  'an invoice', 'a delivery note', 'a refund', 'a complaint', 'a holiday request', 'a contract', 'a visitor badge', 'a rota',
  'a stock list', 'a price change', 'a travel claim', 'a spare part', 'a customer record', 'a warranty case', 'a quotation',
  'a purchase order', 'a sample', 'a machine log', 'a shift report', 'a safety notice', 'a training record', 'a password reset',
  'a pay slip', 'a supplier form', 'a meeting room', 'a damaged parcel', 'a credit note', 'a lease', 'a permit', 'a test result',
  'a call note', 'a service ticket', 'a payment run', 'a job advert', 'a reference letter', 'a dispatch list', 'a month end',
  'a data export', 'a duty roster', 'a key handover',
] as const; // prettier-ignore

export const situations = [
  'at short notice', 'without a manager', 'for a new customer', 'in the night shift', 'after the deadline', 'on the phone',
  'for another team', 'when the system is down', 'with a missing signature', 'from a photo', 'across two sites',
  'for the first time', 'in a foreign currency', 'on a Friday', 'with half the facts', 'for a public body', 'before an audit',
  'after a complaint', 'for a temporary worker', 'in a hurry', 'with a new supplier', 'by post', 'for a regular customer',
  'when figures differ', 'at the year end', 'on behalf of a colleague',
] as const; // prettier-ignore

/** Each becomes the bold sentence that opens a step. */
export const moves = [
  'Open the case and read the last note', 'Ask for the number', 'Compare both dates', 'Write the amount down before you type it',
  'Look the name up in the register', 'Put the papers in order', 'Ring the person who sent it', 'Set the status to waiting',
  'Mark what is missing', 'Take a picture of the label', 'Count twice', 'Read the total back', 'Save a copy under the case number',
  'Name one person who will do it', 'Agree on a time', 'Check the unit', 'Lock the drawer', 'Send the short answer first',
  'Enter the reason, not the symptom', 'Print the second page', 'Tick the box for the branch', 'Sign with your full name',
  'Leave the old entry as it is', 'Stop when the two numbers differ', 'Say what happens next', 'Close the window you opened last',
] as const; // prettier-ignore

export const hows = [
  'It stands at the top right of the form, under the date.',
  'Use the words of the customer, without the names.',
  'Two minutes are enough; longer means that something else is wrong.',
  'The register answers to the first five letters.',
  'Do it before the phone rings again, while you still see both.',
  'Anybody on the desk can do this for you if you are on a call.',
  'The grey field fills itself once the first one is right.',
  'Read it aloud; a slip is easier to hear than to see.',
  'Start with the oldest, whatever the colour says.',
  'If nobody answers, leave the number and the case, nothing else.',
  'The list is sorted by branch, then by day.',
  'Keep the paper until the screen shows the green line.',
] as const;

export const signs = [
  'It worked if the line turns green.',
  'You now have one number and one name.',
  'The case shows today’s date.',
  'The sum at the foot is the one on the paper.',
  'The other person has said it back to you.',
  'Nothing is left in the tray.',
  'The status says ready, not waiting.',
  'Somebody else could go on from here.',
] as const;

export const traps = [
  'The form saves itself after ten minutes. A half-filled line then counts as refused.',
  'Two customers share that name. The birthday tells them apart.',
  'The old list still opens from the bookmark. Look at the year in its title.',
  'A full stop in the amount is read as thousands at the other site.',
  'The copy goes to everybody who ever wrote on the case.',
  'Nobody sees a note that stands below the line.',
  'The first offer is not the valid one; the last one is.',
] as const;

export const reasons = [
  'Most of these cases come back because one of the two numbers was copied from an old page.',
  'A caller who hears the next step rings once; one who hears an apology rings three times.',
  'The people who read this after you have never seen the paper.',
  'Whoever signs has to be able to say why, a year from now.',
  'The desk that gets this next can’t ask you: it works when you sleep.',
  'An hour lost here is a day lost in the warehouse.',
] as const;

export const checks = [
  'The case number stands on every sheet', 'Both dates are from this month', 'The amount was read back', 'A name stands beside the next step',
  'The copy is in the right folder', 'The customer knows when to expect us', 'The old entry is still there', 'The status was set by hand',
  'Nothing personal is in the note', 'The tray is empty', 'The second signature is dated', 'The branch was told',
] as const; // prettier-ignore

export const findings = [
  'Two different amounts', 'No signature', 'A name that nobody knows', 'A date in the future', 'The same case twice', 'An empty field',
  'A torn label', 'A price from last year', 'A customer who left', 'A branch that moved', 'A unit that does not fit', 'A stamp but no date',
] as const; // prettier-ignore

export const remedies = [
  'Stop, and ring the sender', 'Send it back with one sentence', 'Take the later one and say so', 'Ask the desk that owns the list',
  'Keep the first, refuse the second', 'Fill it in from the contract', 'Set it to waiting for three days', 'Ask for a picture',
  'Use the current list', 'Let the team lead decide', 'Count again with somebody else', 'Write down what you saw',
] as const; // prettier-ignore

export const needs = [
  'the case number', 'the last three entries', 'a pen', 'the current price list', 'ten quiet minutes', 'access to the register',
  'the phone number of the branch', 'the signed form', 'a second person for the count', 'the picture of the label',
] as const; // prettier-ignore

export const unusual = [
  'A case from before the move has a six-digit number. Put two zeros in front of it.',
  'Public bodies pay after 30 days whatever the form says. Don’t remind them earlier.',
  'When both sites booked it, the one with the earlier time of day wins.',
  'A verbal agreement holds here if two people noted it on the same day.',
  'More than twenty at once are quicker as a list: ask the desk for the import sheet.',
  'Where the law asks for paper, the picture is no copy.',
] as const;

/** Made-up names are put together from these, so that the vocabulary grows with the pages as it does in real life. */
export const syllables = [
  'bar', 'del', 'ent', 'fir', 'gol', 'han', 'ira', 'jun', 'kel', 'lor', 'mar', 'nes', 'ost', 'pel', 'quin', 'ros', 'sel', 'tam', 'ulm',
  'ver', 'wes', 'yor', 'zan', 'bri', 'cam', 'dor', 'eld', 'far',
] as const; // prettier-ignore

/** Words that the glossary explains; pages use them. */
export const terms = [
  { id: 'case', term: 'Case', means: 'Everything that belongs to one request, from the first call to the last signature.' },
  { id: 'register', term: 'Register', means: 'The list of all customers and branches that are in use today.' },
  { id: 'branch', term: 'Branch', means: 'A place of ours with an address and a phone of its own.' },
  { id: 'waiting', term: 'Waiting', means: 'Nobody of us can go on before somebody else has answered.' },
  { id: 'second-signature', term: 'Second signature', means: 'The name of a person who looked at the same paper apart from you.' },
  { id: 'desk', term: 'Desk', means: 'The group that answers for a kind of case, whoever sits there today.' },
] as const; // prettier-ignore
