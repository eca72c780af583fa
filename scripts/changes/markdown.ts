/** What a branch changes, as a host shows it beside the request. */
import { asMarkdown, counted } from '../markdown-text.ts';
import { isMixed, type ChangedPage, type ChangedTool, type Changes, type RetiredPage } from './read.ts';

export function changesMarkdown(changes: Changes): string {
  const { since, added, edited, retired, tools, unreadable, settings, outside } = changes;
  const sections = [
    section('Pages added', added.map(named)),
    section('Pages edited', edited.map(editedLine)),
    section('Pages retired', retired.map(retiredLine)),
    ...(tools.length > 0 ? ['## Answers changed', ...tools.map(toolSection)] : []),
    section(
      'Not compared',
      unreadable.map(({ file, at }) => `${asMarkdown(file)} ${refused(at, since)}`),
    ),
    section('Settings, words and pictures', settings.map(asMarkdown)),
    section(
      isMixed(changes) ? 'Outside content/, with pages in the same branch' : 'Outside content/',
      outside.map(asMarkdown),
    ),
  ].filter(Boolean);
  const title = `# What changes for readers since ${since.slice(0, 10)}`;
  return `${[title, ...(sections.length > 0 ? sections : ['Nothing differs.'])].join('\n\n')}\n`;
}

function section(title: string, lines: string[]): string {
  return lines.length > 0 ? `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}` : '';
}

function named({ title, path }: ChangedPage): string {
  return `**${asMarkdown(title)}** ${asMarkdown(path)}`;
}

function editedLine(page: Changes['edited'][number]): string {
  const review = {
    voided: 'The edit voids its review.',
    holds: 'Its review holds.',
    none: 'It has no review that holds.',
  }[page.review];
  return `${named(page)}  \n  ${review} ${toldLine(page)}`;
}

function toldLine({ seen, told }: Changes['edited'][number]): string {
  if (told.length > 0) return `Readers are told: “${told.map(asMarkdown).join('”, “')}”`;
  return seen ? 'Nothing in `changes:` tells readers.' : 'Readers see the same page.';
}

function retiredLine(page: RetiredPage): string {
  if (!page.listed) return `${named(page)}  \n  Its address is dead: content/retired.yaml does not name it.`;
  return `${named(page)}  \n  Its address leads ${page.to ? `to ${page.to}` : 'to a page that says why it is gone'}.`;
}

function refused(at: 'since' | 'now', since: string): string {
  return at === 'now'
    ? 'can’t be read now: the check says why'
    : `could not be read at ${since.slice(0, 10)}`;
}

function toolSection(tool: ChangedTool): string {
  const reworded = tool.reworded.map(
    ({ id, before, after }) =>
      `The outcome ${id} said “${asMarkdown(before)}” and says “${asMarkdown(after)}”`,
  );
  const rest = tool.count - tool.routes.length;
  return [
    `### ${asMarkdown(tool.title)} ${asMarkdown(tool.path)}`,
    ...reworded.map((line) => `- ${line}`),
    ...(tool.count > 0 ? [`${counted(tool.count, 'route')} with another end:`, routeTable(tool.routes)] : []),
    ...(rest > 0 ? [`And ${counted(rest, 'more route')}.`] : []),
    ...(tool.complete ? [] : ['There may be others: the tool is too large to be compared with all answers.']),
  ].join('\n\n');
}

function routeTable(routes: ChangedTool['routes']): string {
  const rows = routes.map(({ answers, before, after }) => {
    const said = answers.map(({ question, say }) => `${question}: ${asMarkdown(say)}`).join(' → ');
    return `| ${said} | ${verdict(before, 'a new route')} | ${verdict(after, 'gone')} |`;
  });
  return ['| Answers | Before | Now |', '| --- | --- | --- |', ...rows].join('\n');
}

function verdict(outcome: { verdict: string } | undefined, none: string): string {
  return outcome ? asMarkdown(outcome.verdict) : `*${none}*`;
}
