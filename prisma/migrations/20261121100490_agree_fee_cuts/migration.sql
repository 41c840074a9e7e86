-- Less for work somebody holds than it was claimed for (Act 25 of 2023, Art. 5(1)2): only for a fault of theirs, with what shows it,
-- and only once they agreed.
CREATE TYPE "fee_fault" AS ENUM ('not_as_manual', 'late', 'unfinished');
CREATE TYPE "fee_cut_state" AS ENUM ('proposed', 'agreed', 'declined');
CREATE TABLE "fee_cut" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "was_yen" INTEGER NOT NULL,
    "fee_yen" INTEGER NOT NULL,
    "fault" "fee_fault" NOT NULL,
    "evidence" TEXT NOT NULL,
    "state" "fee_cut_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "fee_cut_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "fee_cut_person_id_idx" ON "fee_cut"("person_id");
ALTER TABLE "fee_cut" ADD CONSTRAINT "fee_cut_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "fee_cut"
  ADD CONSTRAINT fee_cut_is_less CHECK (fee_yen >= 0 AND fee_yen < was_yen),
  ADD CONSTRAINT fee_cut_shows_why CHECK (evidence <> ''),
  -- Nobody but the person agrees to it, and nobody proposes it to themselves.
  ADD CONSTRAINT fee_cut_decided CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
    AND decided_by_id IS NOT DISTINCT FROM CASE WHEN state = 'proposed' THEN NULL ELSE person_id END AND proposed_by_id <> person_id);
CREATE UNIQUE INDEX "fee_cut_one_at_a_time" ON "fee_cut" ("assignment_id") WHERE state = 'proposed';
CREATE TRIGGER fee_cut_stays BEFORE UPDATE ON "fee_cut" FOR EACH ROW
  WHEN (OLD.state <> 'proposed' OR (to_jsonb(OLD) - ARRAY['state', 'decided_by_id', 'decided_at'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'decided_by_id', 'decided_at']))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fee_cut_not_deleted BEFORE DELETE ON "fee_cut" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The price of work only rises, unless whoever holds it agreed to exactly this cut.
CREATE OR REPLACE FUNCTION "refuse_lower_fee"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM fee_cut c WHERE c.assignment_id = OLD.id AND c.person_id = OLD.person_id AND c.state = 'agreed'
                 AND c.was_yen = OLD.fee_yen AND c.fee_yen = NEW.fee_yen)
    OR NEW.fee_yen < (SELECT coalesce(sum(h.share_yen), 0) FROM hand_over h
                      WHERE h.assignment_id = OLD.id AND h.person_id IS DISTINCT FROM OLD.person_id) THEN
    RAISE EXCEPTION 'assignment % would pay less than before', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_fee_only_up';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  guard record;
BEGIN
  FOR guard IN
    SELECT p.oid::regprocedure AS function FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype AND p.proconfig IS NULL
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', guard.function, current_schema());
  END LOOP;
  FOR guard IN
    SELECT t.tgrelid::regclass AS relation, t.tgname AS name FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'O'
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', guard.relation, guard.name);
  END LOOP;
END $$;
