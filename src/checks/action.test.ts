import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrongStart } from './action.ts';

test('a line that starts with a thing, a person or a duty names no action', () => {
  for (const line of [
    'The form is sent.',
    'You should send it.',
    'Sending the form',
    'Preparation',
    'It’s sent',
    'How to send it',
  ])
    assert.notEqual(wrongStart(line), undefined, line);
});

test('verbs, conditions and unknown words are let through', () => {
  const verbs = [
    'Press Send.',
    'Bring it.',
    'Document it.',
    'Question it.',
    'Witness it.',
    'Don’t press.',
    'Double-check it.',
  ];
  const conditions = [
    'If it is red, press.',
    'During the call, note the time.',
    'On Friday, add up.',
    'To close it, press X.',
  ];
  const unknown = ['“Send” comes first', '3 marks: stop.', 'Öffne die Tür.', 'Triage the queue.', ''];
  for (const line of [...verbs, ...conditions, ...unknown]) assert.equal(wrongStart(line), undefined, line);
});
