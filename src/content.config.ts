import { defineCollection } from 'astro:content';
import { pageLoader, settingsLoader } from './content/loader.ts';

export const collections = {
  'job-aids': defineCollection({ loader: pageLoader('job-aids') }),
  references: defineCollection({ loader: pageLoader('references') }),
  'decision-tools': defineCollection({ loader: pageLoader('decision-tools') }),
  pathways: defineCollection({ loader: pageLoader('pathways') }),
  technologies: defineCollection({ loader: pageLoader('technologies') }),
  experiments: defineCollection({ loader: pageLoader('experiments') }),
  settings: defineCollection({ loader: settingsLoader() }),
};
