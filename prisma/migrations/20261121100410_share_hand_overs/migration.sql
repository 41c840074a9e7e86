-- Half-done work that goes on to a colleague: what was done by then has its part of the one price.
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "share_yen" INTEGER NOT NULL,
    "active_seconds" INTEGER NOT NULL,
    "handed_over_at" TIMESTAMPTZ(3) NOT NULL,
    "change_reason" TEXT,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "hand_over_assignment_id_idx" ON "hand_over"("assignment_id");
CREATE INDEX "hand_over_person_id_idx" ON "hand_over"("person_id");
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_over"
  ADD CONSTRAINT "hand_over_counts" CHECK (units > 0 AND share_yen >= 0 AND active_seconds >= 0),
  ADD CONSTRAINT "hand_over_changed" CHECK ((changed_at IS NULL) = (changed_by_id IS NULL) AND (changed_at IS NULL) = (change_reason IS NULL)
    AND change_reason <> '');

-- All parts together are never more than the price, whoever writes them.
CREATE FUNCTION "hand_overs_within_fee"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(h.share_yen), 0) FROM public."hand_over" h WHERE h.assignment_id = NEW.assignment_id)
    > (SELECT a.fee_yen FROM public."assignment" a WHERE a.id = NEW.assignment_id) THEN
    RAISE EXCEPTION 'the parts of assignment % are more than its price', NEW.assignment_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'hand_over_within_fee';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "hand_over_within_fee" AFTER INSERT OR UPDATE ON "hand_over"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "hand_overs_within_fee"();
-- What was done and by whom stays; only the part of the price can be settled otherwise.
CREATE TRIGGER hand_over_stays BEFORE UPDATE ON "hand_over" FOR EACH ROW
  WHEN ((to_jsonb(OLD) - ARRAY['share_yen', 'change_reason', 'changed_by_id', 'changed_at'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['share_yen', 'change_reason', 'changed_by_id', 'changed_at']))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_over_not_deleted BEFORE DELETE ON "hand_over" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_over_no_truncate BEFORE TRUNCATE ON "hand_over" EXECUTE FUNCTION refuse_change();
ALTER TABLE "hand_over" ENABLE ALWAYS TRIGGER hand_over_within_fee, ENABLE ALWAYS TRIGGER hand_over_stays,
  ENABLE ALWAYS TRIGGER hand_over_not_deleted, ENABLE ALWAYS TRIGGER hand_over_no_truncate;
