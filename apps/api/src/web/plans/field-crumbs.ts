import type { AboutTown } from '../forms/asked.js';
import { workPath } from '../paths.js';
import { planCrumbs } from './plan.routes.js';

/** Where the tree of fields of a plan is. */
export const fieldsPath = ({ lang, town }: AboutTown, plan: string) =>
  workPath(lang, town.slug, 'plans', plan, 'fields');

/** The way to a page about one of its fields. */
export const fieldCrumbs = (about: AboutTown, plan: string) => [
  ...planCrumbs(about, plan),
  { label: about.t('plan.fields'), href: fieldsPath(about, plan) },
];
