-- What a worker gets for a unit of an order may be raised after it was agreed, never lowered (Act 25 of 2023, Art. 5).
CREATE TABLE "pay_raise" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "was_yen" INTEGER NOT NULL,
    "unit_pay_yen" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pay_raise_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "pay_raise_order_id_raised_at_idx" ON "pay_raise"("order_id", "raised_at");
ALTER TABLE "pay_raise" ADD CONSTRAINT "pay_raise_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pay_raise" ADD CONSTRAINT "pay_raise_upward" CHECK (was_yen > 0 AND unit_pay_yen > was_yen AND reason <> '');

-- Why somebody's hourly rate lies under the minimum wage; it covers the rate it was given for, and better ones.
CREATE TABLE "rate_explanation" (
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "order_id" UUID,
    "yen_per_hour" INTEGER NOT NULL,
    "floor_yen" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "explained_by_id" UUID NOT NULL,
    "explained_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_explanation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "rate_explanation_month_idx" ON "rate_explanation"("month");
ALTER TABLE "rate_explanation" ADD CONSTRAINT "rate_explanation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rate_explanation" ADD CONSTRAINT "rate_explanation_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rate_explanation"
  ADD CONSTRAINT "rate_explanation_month" CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT "rate_explanation_under" CHECK (yen_per_hour >= 0 AND yen_per_hour < floor_yen AND reason <> ''),
  ADD CONSTRAINT "rate_explanation_by_another" CHECK (explained_by_id <> person_id);

CREATE TRIGGER pay_raise_append_only BEFORE UPDATE OR DELETE ON "pay_raise" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pay_raise_no_truncate BEFORE TRUNCATE ON "pay_raise" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rate_explanation_append_only BEFORE UPDATE OR DELETE ON "rate_explanation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rate_explanation_no_truncate BEFORE TRUNCATE ON "rate_explanation" EXECUTE FUNCTION refuse_change();

-- The price of work goes up only, whoever holds it.
CREATE FUNCTION "refuse_lower_fee"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'assignment % would pay less than before', NEW.id
    USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_fee_only_up';
END $$;
CREATE TRIGGER assignment_fee_only_up AFTER UPDATE ON "assignment" FOR EACH ROW
  WHEN (NEW.fee_yen < OLD.fee_yen) EXECUTE FUNCTION "refuse_lower_fee"();

ALTER TABLE "pay_raise" ENABLE ALWAYS TRIGGER pay_raise_append_only, ENABLE ALWAYS TRIGGER pay_raise_no_truncate;
ALTER TABLE "rate_explanation" ENABLE ALWAYS TRIGGER rate_explanation_append_only, ENABLE ALWAYS TRIGGER rate_explanation_no_truncate;
ALTER TABLE "assignment" ENABLE ALWAYS TRIGGER assignment_fee_only_up;
