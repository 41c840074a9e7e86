-- Large pictures get a size to work on: a telephone need not load the original before anything is seen.
ALTER TYPE "derivative_kind" ADD VALUE IF NOT EXISTS 'display';
