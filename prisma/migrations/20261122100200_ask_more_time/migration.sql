-- More minutes than were agreed for a task, where an order pays by the hour: asked for by whoever works on it, granted or refused
-- by somebody else. Granting makes the most the task pays rise; nothing else does but a raise.
CREATE TYPE "more_time_state" AS ENUM ('asked', 'granted', 'refused');
CREATE TABLE "more_time" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "more_time_state" NOT NULL DEFAULT 'asked',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "refusal" TEXT,

    CONSTRAINT "more_time_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "more_time_assignment_id_idx" ON "more_time"("assignment_id");
CREATE INDEX "more_time_person_id_idx" ON "more_time"("person_id");
ALTER TABLE "more_time" ADD CONSTRAINT "more_time_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "more_time" ADD CONSTRAINT "more_time_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "more_time"
  ADD CONSTRAINT more_time_is_more CHECK (minutes > 0 AND reason <> ''),
  -- Nobody decides about their own.
  ADD CONSTRAINT more_time_decided CHECK ((state = 'asked') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
    AND (state = 'refused') = (refusal IS NOT NULL) AND refusal <> '' AND decided_by_id <> person_id);
CREATE UNIQUE INDEX "more_time_one_at_a_time" ON "more_time" ("assignment_id", "person_id") WHERE state = 'asked';
CREATE TRIGGER more_time_stays BEFORE UPDATE ON "more_time" FOR EACH ROW
  WHEN (OLD.state <> 'asked' OR (to_jsonb(OLD) - ARRAY['state', 'decided_by_id', 'decided_at', 'refusal'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'decided_by_id', 'decided_at', 'refusal']))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER more_time_not_deleted BEFORE DELETE ON "more_time" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER more_time_no_truncate BEFORE TRUNCATE ON "more_time" EXECUTE FUNCTION refuse_change();
ALTER TABLE "more_time" ENABLE ALWAYS TRIGGER more_time_stays, ENABLE ALWAYS TRIGGER more_time_not_deleted,
  ENABLE ALWAYS TRIGGER more_time_no_truncate;
