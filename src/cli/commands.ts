import type { Command } from './command.ts';

/** The commands by name, in the order that help shows them. */
export const commands: Readonly<Record<string, Command>> = {
  list: {
    arguments: [],
    options: { format: { type: 'string' } },
    formats: ['pretty', 'json', 'markdown'],
    load: () => import('./list.ts'),
  },
  show: {
    arguments: ['WORKFLOW'],
    options: { format: { type: 'string' } },
    formats: ['pretty', 'json', 'markdown'],
    load: () => import('./show.ts'),
  },
  check: {
    arguments: ['WORKFLOW'],
    options: {
      facts: { type: 'string' },
      fact: { type: 'string', multiple: true },
      input: { type: 'string' },
      'as-documented': { type: 'string' },
      'require-fresh': { type: 'boolean' },
      format: { type: 'string' },
    },
    formats: ['pretty', 'json', 'markdown'],
    load: () => import('./check.ts'),
  },
  walk: {
    arguments: ['[WORKFLOW]'],
    options: {
      facts: { type: 'string' },
      fact: { type: 'string', multiple: true },
      input: { type: 'string' },
      resume: { type: 'boolean' },
      record: { type: 'string' },
      format: { type: 'string' },
    },
    formats: ['pretty', 'json', 'markdown'],
    load: () => import('./walk.ts'),
  },
  lint: {
    arguments: ['PATH…'],
    options: {
      base: { type: 'string' },
      baseline: { type: 'string' },
      'write-baseline': { type: 'string' },
      since: { type: 'string' },
      check: { type: 'string', multiple: true },
      severity: { type: 'string' },
      'fail-on': { type: 'string' },
      'max-items': { type: 'string' },
      trend: { type: 'string' },
      date: { type: 'string' },
      format: { type: 'string' },
    },
    formats: ['pretty', 'json', 'sarif', 'junit', 'github', 'markdown', 'html'],
    load: () => import('./lint.ts'),
  },
  sync: {
    arguments: [],
    options: {
      write: { type: 'boolean' },
      accept: { type: 'string', multiple: true },
      reason: { type: 'string' },
      check: { type: 'boolean' },
      base: { type: 'string' },
      format: { type: 'string' },
    },
    formats: ['pretty', 'json', 'markdown', 'html'],
    load: () => import('./sync.ts'),
  },
  compare: {
    arguments: ['[WORKFLOW]'],
    options: { between: { type: 'string' }, format: { type: 'string' } },
    formats: ['pretty', 'json', 'markdown'],
    load: () => import('./compare.ts'),
  },
  extract: {
    arguments: ['[PATH…]'],
    options: {
      side: { type: 'string' },
      write: { type: 'boolean' },
      'against-rules': { type: 'boolean' },
      base: { type: 'string' },
      format: { type: 'string' },
    },
    formats: ['pretty', 'json', 'yaml'],
    load: () => import('./extract.ts'),
  },
  review: {
    arguments: ['ELEMENT…'],
    options: {
      by: { type: 'string' },
      date: { type: 'string' },
      workflow: { type: 'string' },
      format: { type: 'string' },
    },
    formats: ['pretty', 'json'],
    load: () => import('./review.ts'),
  },
  export: {
    arguments: [],
    options: {
      to: { type: 'string' },
      output: { type: 'string' },
      all: { type: 'boolean' },
    },
    formats: ['pretty'],
    load: () => import('./export.ts'),
  },
  import: {
    arguments: ['FILE'],
    options: {},
    formats: ['pretty'],
    load: () => import('./import.ts'),
  },
};
