import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readExact } from './exact.ts';
import { moneyOf } from './placeholders.ts';
import { isSameUnit, over, readUnit, times } from './unit.ts';
import { writtenAnswer, writtenValue } from './written.ts';

const writing = { language: 'en', yes: 'yes', no: 'no' };

test('“per” divides like a stroke, and a plural counts as its singular', () => {
  assert.deepEqual(readUnit('GBP per hour'), readUnit('GBP/hours'));
  assert.deepEqual(readUnit('minutes per week per person'), { minute: 1, week: -1, person: -1 });
  assert.deepEqual(readUnit('percent'), { percent: 1 });
});

test('money an hour times hours is money', () => {
  assert.deepEqual(times(readUnit('GBP per hour'), readUnit('hours')), readUnit('GBP'));
  assert.ok(isSameUnit(over(readUnit('GBP'), readUnit('hours')), readUnit('GBP per hour')));
});

test('money an hour is written with its sign, and with the words that its author chose', () => {
  const rate = readExact('12.5')!;
  assert.equal(writtenValue(rate, 'money', 'GBP per hour', writing), '£12.50 per hour');
  assert.equal(writtenValue(rate, 'money', 'EUR/lunch', writing), '€12.50/lunch');
  const question = { id: 'rate', ask: '', type: 'money', options: [], routes: [], rules: [], unit: 'GBP per hour' } as const; // prettier-ignore
  assert.equal(
    writtenAnswer({ ...question, options: [], routes: [], rules: [] }, '30', writing),
    '£30 per hour',
  );
});

test('a unit without a currency in front is no money', () => {
  for (const unit of [undefined, 'pounds per hour', 'GBP hour', 'GBP per ', 'GBPS'])
    assert.equal(moneyOf(unit), undefined);
});
