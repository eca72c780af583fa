/** The steps of a job aid as its author wrote them. */
import type { List, ListItem, Nodes } from 'mdast';
import { plainText } from '../content/blocks.ts';
import type { PageSubject } from './rule.ts';

export interface WrittenStep {
  item: ListItem;
  list: List;
  /** The words in bold, or the first line where nothing is bold. */
  action: Nodes;
  /** The action without marks, on one line. */
  text: string;
}

/** The steps in order: the items of ordered lists that stand in nothing else. Other pages than job aids have none. */
export function stepsOf({ tree, page }: PageSubject): WrittenStep[] {
  if (page.type !== 'job-aids') return [];
  return tree.children.flatMap((list) =>
    list.type === 'list' && list.ordered
      ? list.children.map((item) => {
          const action = actionOf(item);
          return { item, list, action, text: plainText(action).replace(/\s+/g, ' ').trim() };
        })
      : [],
  );
}

function actionOf(item: ListItem): Nodes {
  const [first] = item.children;
  const bold = first?.type === 'paragraph' && first.children.find(({ type }) => type === 'strong');
  return bold || first || item;
}
