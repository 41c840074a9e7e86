-- CreateEnum
CREATE TYPE "pay_addition_kind" AS ENUM ('hours', 'training', 'meeting', 'manual', 'rework', 'bonus', 'top_up', 'teaching', 'writing', 'design', 'correction');

-- CreateEnum
CREATE TYPE "pay_addition_state" AS ENUM ('proposed', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "withholding" AS ENUM ('none', 'ko1');

-- AlterTable
ALTER TABLE "ledger_posting" ADD COLUMN     "withholding" "withholding" NOT NULL DEFAULT 'none';

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "withholding_base_yen" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "pay_addition" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "pay_addition_kind" NOT NULL,
    "done_on" DATE NOT NULL,
    "order_id" UUID,
    "minutes" INTEGER,
    "yen_per_hour" INTEGER,
    "amount_yen" INTEGER NOT NULL,
    "withholding" "withholding" NOT NULL DEFAULT 'none',
    "reason" TEXT NOT NULL,
    "state" "pay_addition_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "refusal" TEXT,

    CONSTRAINT "pay_addition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pay_addition_state_proposed_at_idx" ON "pay_addition"("state", "proposed_at");

-- CreateIndex
CREATE INDEX "pay_addition_person_id_idx" ON "pay_addition"("person_id");

-- CreateIndex
CREATE INDEX "pay_addition_order_id_idx" ON "pay_addition"("order_id");

-- AddForeignKey
ALTER TABLE "pay_addition" ADD CONSTRAINT "pay_addition_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_addition" ADD CONSTRAINT "pay_addition_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "pay_addition"
  ADD CONSTRAINT pay_addition_amount CHECK (amount_yen > 0 OR (amount_yen < 0 AND kind = 'correction')),
  -- Time at a rate, rounded up to the yen; hours are always stated, the other kinds may be a sum.
  ADD CONSTRAINT pay_addition_time CHECK (
    CASE WHEN minutes IS NULL THEN yen_per_hour IS NULL AND kind <> 'hours'
    ELSE minutes > 0 AND yen_per_hour > 0 AND amount_yen = ceil(minutes::numeric * yen_per_hour / 60) END),
  ADD CONSTRAINT pay_addition_has_reason CHECK (reason <> ''),
  -- The two-person rule: who approves is not who proposed.
  ADD CONSTRAINT pay_addition_decided CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
    AND (state <> 'approved' OR decided_by_id <> proposed_by_id) AND (state = 'refused') = (refusal IS NOT NULL));

-- What was proposed is what is decided, once.
CREATE TRIGGER pay_addition_stays BEFORE UPDATE ON "pay_addition" FOR EACH ROW
  WHEN (OLD.state <> 'proposed' OR (to_jsonb(OLD) - ARRAY['state', 'decided_by_id', 'decided_at', 'refusal'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'decided_by_id', 'decided_at', 'refusal']))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pay_addition_not_deleted BEFORE DELETE ON "pay_addition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pay_addition_no_truncate BEFORE TRUNCATE ON "pay_addition" EXECUTE FUNCTION refuse_change();

ALTER TABLE "ledger_posting" ADD CONSTRAINT ledger_posting_only_payable_withholds CHECK (account = 'payable' OR withholding = 'none');
ALTER TABLE "statement" ADD CONSTRAINT statement_withholds_from_base CHECK (withholding_base_yen >= 0 AND (withholding_base_yen > 0 OR withheld_yen = 0));
DROP TRIGGER statement_stays ON "statement";
CREATE TRIGGER statement_stays BEFORE UPDATE ON "statement" FOR EACH ROW
  WHEN ((to_jsonb(OLD) - ARRAY['state', 'confirm_by', 'decided_at', 'dispute_reason', 'answer'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'confirm_by', 'decided_at', 'dispute_reason', 'answer']))
  EXECUTE FUNCTION refuse_change();

ALTER TABLE "pay_addition" ENABLE ALWAYS TRIGGER pay_addition_stays, ENABLE ALWAYS TRIGGER pay_addition_not_deleted,
  ENABLE ALWAYS TRIGGER pay_addition_no_truncate;
ALTER TABLE "statement" ENABLE ALWAYS TRIGGER statement_stays;

-- 10.21 % up to the limit and 20.42 % above it, per person and payment. The law behind the surcharge changes in 2027, the rate does not.
INSERT INTO "dated_rate" (kind, valid_from, valid_to, value, source, checked_on) VALUES
  ('withholding_ko1_bp', '2013-01-01', '2027-01-01', 1021, '所得税法205条1号、復興財源確保法28条', '2026-11-20'),
  ('withholding_ko1_bp', '2027-01-01', NULL, 1021, '所得税法205条1号、復興特別所得税 1.1% と防衛特別所得税 1%', '2026-11-20'),
  ('withholding_ko1_over_bp', '2013-01-01', '2027-01-01', 2042, '所得税法205条1号、復興財源確保法28条', '2026-11-20'),
  ('withholding_ko1_over_bp', '2027-01-01', NULL, 2042, '所得税法205条1号、復興特別所得税 1.1% と防衛特別所得税 1%', '2026-11-20'),
  ('withholding_ko1_limit_yen', '2013-01-01', NULL, 1000000, '所得税法205条1号：同一人に1回に支払う金額', '2026-11-20');
