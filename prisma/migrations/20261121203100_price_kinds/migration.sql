-- What a worker's pay counts: units, tasks, or the whole work for one sum. `unit_pay_yen` is the price of one of these.
CREATE TYPE "pay_kind" AS ENUM ('per_unit', 'per_task', 'fixed');
ALTER TABLE "quote" ADD COLUMN "pay_kind" "pay_kind" NOT NULL DEFAULT 'per_unit', ADD COLUMN "units_per_task" INTEGER;
ALTER TABLE "quote" ADD CONSTRAINT "quote_pay_kind"
  CHECK ((pay_kind = 'per_task') = (units_per_task IS NOT NULL) AND coalesce(units_per_task, 1) > 0);
