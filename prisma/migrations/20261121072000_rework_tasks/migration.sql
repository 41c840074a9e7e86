-- Accepted work is never reopened: it is paid for. What has to change is done again, for pay, as another assignment of
-- its task in the next round.
ALTER TABLE "assignment" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "rework_reason" TEXT;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_rework_has_reason"
  CHECK ("round" >= 1 AND ("round" = 1) = ("rework_reason" IS NULL) AND "rework_reason" <> '');

-- One person does a task once per round: its author may take the rework up again.
DROP INDEX "assignment_task_id_person_id_key";
CREATE UNIQUE INDEX "assignment_task_id_round_person_id_key" ON "assignment"("task_id", "round", "person_id");

-- A rework is one person's, whatever the overlap was.
CREATE UNIQUE INDEX "assignment_one_rework_per_round" ON "assignment"("task_id", "round")
  WHERE "round" > 1 AND "state" <> 'cancelled';

-- A rework begins on work that is accepted.
CREATE FUNCTION "rework_follows_accepted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public."assignment" a
    WHERE a.task_id = NEW.task_id AND a.round = NEW.round - 1 AND a.state = 'accepted'
  ) THEN
    RAISE EXCEPTION 'task % has no accepted work of round %', NEW.task_id, NEW.round - 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_rework_follows_accepted';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "assignment_rework_follows_accepted" AFTER INSERT ON "assignment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.round > 1) EXECUTE FUNCTION "rework_follows_accepted"();
ALTER TABLE "assignment" ENABLE ALWAYS TRIGGER "assignment_rework_follows_accepted";
