-- Pay by the hour (準委任): a price for an hour of active time, and the minutes agreed for a task, which are the most it pays for.
ALTER TABLE "quote" ADD COLUMN "agreed_minutes" INTEGER;
ALTER TABLE "quote" DROP CONSTRAINT "quote_pay_kind";
ALTER TABLE "quote" ADD CONSTRAINT "quote_pay_kind"
  CHECK ((pay_kind IN ('per_task', 'per_hour')) = (units_per_task IS NOT NULL) AND coalesce(units_per_task, 1) > 0
    AND (pay_kind = 'per_hour') = (agreed_minutes IS NOT NULL) AND coalesce(agreed_minutes, 1) > 0);

-- What was agreed is what claims are locked at: it stays, and only a raise pays more.
CREATE TRIGGER quote_stays BEFORE UPDATE ON "quote" FOR EACH ROW
  WHEN (OLD.state = 'agreed' AND (NEW.pay_kind, NEW.unit_pay_yen, NEW.units_per_task, NEW.agreed_minutes)
    IS DISTINCT FROM (OLD.pay_kind, OLD.unit_pay_yen, OLD.units_per_task, OLD.agreed_minutes))
  EXECUTE FUNCTION refuse_change();
ALTER TABLE "quote" ENABLE ALWAYS TRIGGER quote_stays;

-- `fee_yen` is then the most the task pays; what its author's own minutes come to is kept when they hand it in.
ALTER TABLE "assignment" ADD COLUMN "own_yen" INTEGER;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_own_pay" CHECK (own_yen IS NULL OR (own_yen > 0 AND person_id IS NOT NULL));
CREATE FUNCTION "refuse_lower_own_pay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the author of assignment % would be paid for fewer minutes than before', NEW.id
    USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_own_pay_only_up';
END $$;
CREATE TRIGGER assignment_own_pay_only_up AFTER UPDATE ON "assignment" FOR EACH ROW
  WHEN (NEW.own_yen < OLD.own_yen AND NEW.person_id = OLD.person_id) EXECUTE FUNCTION "refuse_lower_own_pay"();
ALTER TABLE "assignment" ENABLE ALWAYS TRIGGER assignment_own_pay_only_up;

-- Who leaves before the first item is done has worked some minutes all the same.
ALTER TABLE "hand_over" DROP CONSTRAINT "hand_over_counts";
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_counts" CHECK (units >= 0 AND share_yen >= 0 AND active_seconds >= 0);

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION refuse_lower_own_pay() SET search_path = %I, pg_temp', current_schema());
END $$;
