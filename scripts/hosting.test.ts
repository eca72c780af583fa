/** What stands in the files that only a host reads, and that nothing here would run. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { readSettings } from '../src/content/read.ts';
import { fill } from '../src/model/words.ts';
import type { Site } from '../src/schema/site.ts';
import { projectRoot } from './command.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  steps: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

/** What a job may do beyond reading, and nothing else may. */
const mayWrite: Record<string, Record<string, string>> = {
  '.github/workflows/deploy.yml deploy': { pages: 'write', 'id-token': 'write' },
  '.github/workflows/freshness.yml report': { contents: 'read', issues: 'write' },
};

const workflows = ['.github/workflows', '.forgejo/workflows'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder)).map((name) => `${folder}/${name}`),
);

const textOf = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');

for (const file of workflows) {
  describe(file, () => {
    const text = textOf(file);
    const { on, permissions, jobs } = parse(text) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);

    it('reads and does not write, but where a job has a reason', () => {
      assert.deepEqual(permissions, { contents: 'read' });
      for (const [name, job] of Object.entries(jobs))
        assert.deepEqual(job.permissions, mayWrite[`${file} ${name}`], name);
    });

    it('runs nothing of a stranger with rights of the repository', () => {
      assert.ok(!('pull_request_target' in on) && !('workflow_run' in on));
      if ('pull_request' in on) assert.doesNotMatch(text, /secrets|github\.token/);
    });

    it('takes actions by commit, with the version beside it', () => {
      const lines = text.match(/^.*\buses:.*$/gm) ?? [];
      assert.equal(lines.length, steps.filter(({ uses }) => uses).length);
      for (const line of lines) assert.match(line, /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    it('leaves no token behind in the checkout', () => {
      for (const { uses, with: options } of steps)
        if (uses?.startsWith('actions/checkout@')) assert.equal(options?.['persist-credentials'], false);
    });

    it('lets no text from outside into a shell', () => {
      for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
    });

    it('ends by itself, and lets no package run a script of its own at the install', () => {
      for (const job of Object.values(jobs)) assert.ok(job['timeout-minutes']);
      for (const { run } of steps) assert.doesNotMatch(run ?? '', /npm (ci|install)(?! --ignore-scripts)/);
    });
  });
}

describe('every recipe', () => {
  it('calls commands that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    for (const file of [...workflows, '.gitlab-ci.yml']) {
      const called = [...textOf(file).matchAll(/\bnpm (?:run (?:-s )?([\w-]+)|(test)\b)/g)];
      for (const [call, name, test] of called) {
        const command = name ?? test!;
        assert.ok(
          scripts[command] && existsSync(path.join(projectRoot, 'scripts', `${command}.ts`)),
          `${file}: ${call}`,
        );
      }
      assert.ok(called.length > 0, file);
    }
  });
});

describe('what a contributor is told', () => {
  let site: Site;
  let promise: string;
  const template = '.github/pull_request_template.md';
  const forms = ['.github/ISSUE_TEMPLATE/missing-help.yml', '.github/ISSUE_TEMPLATE/wrong-step.yml'];

  before(async () => {
    const { settings, findings } = await readSettings(projectRoot);
    assert.ok(settings, JSON.stringify(findings));
    ({ site } = settings);
    promise = fill(settings.words.report.promise, site.promise);
  });

  function says(file: string, text: string, from: string): void {
    assert.ok(
      textOf(file).includes(text),
      `${from} says otherwise than ${file}. Write into ${file}: ${text}`,
    );
  }

  it('promises what the site promises', () => {
    for (const file of [template, ...forms]) says(file, promise, '`promise` in content/site.yaml');
  });

  it('leads to the site and names its licence', () => {
    says('.github/ISSUE_TEMPLATE/config.yml', `url: ${site.address}`, '`address` in content/site.yaml');
    says(template, site.licence.name, '`licence` in content/site.yaml');
  });

  it('stands in forms that a host can show', () => {
    for (const file of forms) {
      const { name, description, body } = parse(textOf(file)) as Record<string, string> & {
        body: { type: string; id?: string }[];
      };
      assert.ok(name && description);
      const fields = body.filter(({ type }) => type !== 'markdown');
      assert.equal(new Set(fields.map(({ id }) => id)).size, fields.length);
      for (const { type } of body) assert.ok(['markdown', 'input', 'textarea'].includes(type));
    }
  });
});
