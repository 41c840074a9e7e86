-- A cut was agreed for one person's fault: whoever takes the work up after them is paid the task's price, as their terms say.
UPDATE "assignment" a SET fee_yen = t.fee_yen FROM "task" t
WHERE t.id = a.task_id AND a.state IN ('held', 'open') AND a.fee_yen < t.fee_yen;

CREATE FUNCTION "restore_price"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT greatest(NEW.fee_yen, t.fee_yen) INTO STRICT NEW.fee_yen FROM task t WHERE t.id = NEW.task_id;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_restores_price BEFORE UPDATE ON "assignment" FOR EACH ROW
  WHEN (NEW.state = 'open' AND OLD.state <> 'open' AND NEW.fee_yen = OLD.fee_yen) EXECUTE FUNCTION "restore_price"();
ALTER TABLE "assignment" ENABLE ALWAYS TRIGGER assignment_restores_price;

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION restore_price() SET search_path = %I, pg_temp', current_schema());
END $$;
