-- CreateEnum
CREATE TYPE "hand_entry_state" AS ENUM ('proposed', 'approved', 'refused');

-- CreateTable
CREATE TABLE "hand_entry" (
    "id" UUID NOT NULL,
    "booked_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "state" "hand_entry_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "refusal" TEXT,

    CONSTRAINT "hand_entry_pkey" PRIMARY KEY ("id")
);

-- Whether lines sum to zero over at least two, none of them nothing, and none on accounts that other lists account for.
CREATE FUNCTION hand_entry_balances(lines jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT count(*) >= 2 AND sum((l ->> 'amountYen')::bigint) = 0 AND bool_and((l ->> 'amountYen')::bigint <> 0)
     AND bool_and(l ->> 'account' NOT IN ('payable', 'transfer_due', 'withheld', 'receivable', 'advance', 'suspense', 'revenue'))
  FROM jsonb_array_elements(lines) l
$$;

ALTER TABLE "hand_entry"
  ADD CONSTRAINT hand_entry_adds_up CHECK (hand_entry_balances(lines)),
  ADD CONSTRAINT hand_entry_has_reason CHECK (reason <> ''),
  -- The two-person rule: who approves is not who proposed.
  ADD CONSTRAINT hand_entry_decided CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
    AND (state <> 'approved' OR decided_by_id <> proposed_by_id) AND (state = 'refused') = (refusal IS NOT NULL));

-- What was proposed is what is decided, once.
CREATE TRIGGER hand_entry_stays BEFORE UPDATE ON "hand_entry" FOR EACH ROW
  WHEN (OLD.state <> 'proposed' OR (to_jsonb(OLD) - ARRAY['state', 'decided_by_id', 'decided_at', 'refusal'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'decided_by_id', 'decided_at', 'refusal']))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_entry_not_deleted BEFORE DELETE ON "hand_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_entry_no_truncate BEFORE TRUNCATE ON "hand_entry" EXECUTE FUNCTION refuse_change();
ALTER TABLE "hand_entry" ENABLE ALWAYS TRIGGER hand_entry_stays, ENABLE ALWAYS TRIGGER hand_entry_not_deleted,
  ENABLE ALWAYS TRIGGER hand_entry_no_truncate;
