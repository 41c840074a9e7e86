-- What of an order's terms is not determined yet, with the reason and the day by which it is (規則1条4項), and what is decided or
-- changed afterwards. Both are only added to: an item is open while no change names it.
CREATE TYPE "terms_item" AS ENUM ('due_day', 'delivery_place', 'inspection_day');
CREATE TABLE "terms_pending" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "item" "terms_item" NOT NULL,
    "reason" TEXT NOT NULL,
    "decide_by" DATE NOT NULL,
    "marked_by_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_pending_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "terms_change" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "item" "terms_item" NOT NULL,
    "pending_id" UUID,
    "was" TEXT,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_change_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "terms_pending_order_id_item_key" ON "terms_pending"("order_id", "item");
CREATE UNIQUE INDEX "terms_pending_id_order_id_item_key" ON "terms_pending"("id", "order_id", "item");
CREATE UNIQUE INDEX "terms_change_pending_id_order_id_item_key" ON "terms_change"("pending_id", "order_id", "item");
CREATE INDEX "terms_change_order_id_changed_at_idx" ON "terms_change"("order_id", "changed_at");
ALTER TABLE "terms_pending" ADD CONSTRAINT "terms_pending_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "terms_change" ADD CONSTRAINT "terms_change_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "terms_change" ADD CONSTRAINT "terms_change_pending_id_order_id_item_fkey" FOREIGN KEY ("pending_id", "order_id", "item") REFERENCES "terms_pending"("id", "order_id", "item") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "terms_pending"
  -- An order runs only with a due day.
  ADD CONSTRAINT terms_pending_item CHECK (item <> 'due_day'),
  ADD CONSTRAINT terms_pending_says_why CHECK (reason <> '');
ALTER TABLE "terms_change"
  -- The due day changes with a reason; anything else is decided, once, after it was said to be open.
  ADD CONSTRAINT terms_change_kind CHECK ((item = 'due_day') = (pending_id IS NULL) AND (item = 'due_day') = (was IS NOT NULL)
    AND (item <> 'due_day' OR reason <> '')),
  ADD CONSTRAINT terms_change_value CHECK (value <> '' AND value IS DISTINCT FROM was
    AND (item = 'delivery_place' OR value ~ '^\d{4}-\d{2}-\d{2}$'));

CREATE TRIGGER terms_pending_append_only BEFORE UPDATE OR DELETE ON "terms_pending" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_pending_no_truncate BEFORE TRUNCATE ON "terms_pending" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_change_append_only BEFORE UPDATE OR DELETE ON "terms_change" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_change_no_truncate BEFORE TRUNCATE ON "terms_change" EXECUTE FUNCTION refuse_change();
ALTER TABLE "terms_pending" ENABLE ALWAYS TRIGGER terms_pending_append_only, ENABLE ALWAYS TRIGGER terms_pending_no_truncate;
ALTER TABLE "terms_change" ENABLE ALWAYS TRIGGER terms_change_append_only, ENABLE ALWAYS TRIGGER terms_change_no_truncate;

-- Once an order is no draft any more, its due day changes only with a reason on record.
CREATE FUNCTION order_due_day_is_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM terms_change c WHERE c.order_id = NEW.id AND c.item = 'due_day' AND c.was = OLD.due_on::text AND c.value = NEW.due_on::text) THEN
    RAISE EXCEPTION 'the due day of order % changes without a reason', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_due_day_told';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_due_day_told BEFORE UPDATE ON "order" FOR EACH ROW
  WHEN (OLD.state <> 'draft' AND OLD.due_on IS DISTINCT FROM NEW.due_on) EXECUTE FUNCTION order_due_day_is_told();
ALTER TABLE "order" ENABLE ALWAYS TRIGGER order_due_day_told;

-- As before, but an item may be open where the notice says why and by when it is decided.
ALTER TABLE "terms_notice" DROP CONSTRAINT terms_notice_whole;
ALTER TABLE "terms_notice" ADD CONSTRAINT terms_notice_whole CHECK ((
  body #>> '{orderer,name}' <> '' AND body #>> '{orderer,contact}' <> '' AND body #>> '{worker,name}' <> ''
  AND body ->> 'entrustedOn' ~ '^\d{4}-\d{2}-\d{2}$' AND body ->> 'title' <> '' AND body ->> 'description' <> ''
  AND body #>> '{delivery,due}' ~ '^\d{4}-\d{2}-\d{2}$' AND body #>> '{delivery,method}' <> ''
  AND coalesce(body #>> '{delivery,place}' <> '', body -> 'pending' @> '[{"item": "delivery_place"}]')
  AND coalesce(body #>> '{inspection,due}' ~ '^\d{4}-\d{2}-\d{2}$' AND body #>> '{inspection,due}' >= body #>> '{delivery,due}',
    body -> 'pending' @> '[{"item": "inspection_day"}]')
  AND NOT jsonb_path_exists(body, '$.pending[*] ? (!(@.reason like_regex "." && @.decideBy like_regex "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))')
  AND (body #>> '{fee,unitPriceYen}')::int > 0 AND body #>> '{fee,unit}' <> ''
  AND body ->> 'paymentDue' ~ '^\d{4}-\d{2}-\d{2}$' AND body ->> 'paymentDue' >= body ->> 'entrustedOn' AND body ->> 'paymentRule' <> ''
  AND body ->> 'expenses' <> '' AND body ->> 'changeRule' <> '' AND body ->> 'defectRule' <> '' AND body ->> 'ipTerms' <> ''
  AND body ->> 'personalDataTerms' <> '' AND body ->> 'confidentiality' <> '' AND body ->> 'contactPerson' <> ''
) IS TRUE) NOT VALID;

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
END $$;
