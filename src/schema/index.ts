/** Folder in `content/` → schema of its pages. The list of page types there is. */
import { decisionTool } from './decision-tool.ts';
import { experiment } from './experiment.ts';
import { jobAid } from './job-aid.ts';
import { pathway } from './pathway.ts';
import { reference } from './reference.ts';
import { technology } from './technology.ts';
import type { z } from 'astro/zod';

export const pageTypes = {
  'job-aids': jobAid,
  references: reference,
  'decision-tools': decisionTool,
  pathways: pathway,
  technologies: technology,
  experiments: experiment,
};

export type PageType = keyof typeof pageTypes;
export type FrontmatterOf<T extends PageType> = z.infer<(typeof pageTypes)[T]>;
export type Frontmatter = FrontmatterOf<PageType>;

export const pageTypeNames = Object.keys(pageTypes) as PageType[];
export function isPageType(name: string): name is PageType {
  return Object.hasOwn(pageTypes, name);
}
