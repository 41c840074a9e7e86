-- What a correction leaves of a payment can pay another invoice: it is taken off the one and given to the other, as rows of their own.
ALTER TABLE "allocation" DROP CONSTRAINT allocation_amount;
ALTER TABLE "allocation" ADD CONSTRAINT allocation_amount CHECK (amount_yen <> 0);

-- Nobody pays with more than arrived, nor more than an invoice asks for, nor somebody else's invoice; nothing is taken off an
-- invoice that it does not have too much of.
CREATE OR REPLACE FUNCTION allocation_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked_yen integer := (SELECT i.total_yen FROM invoice i WHERE i.number = NEW.invoice_number ORDER BY i.version DESC LIMIT 1);
  paid_yen bigint := (SELECT sum(a.amount_yen) FROM allocation a WHERE a.invoice_number = NEW.invoice_number);
BEGIN
  IF EXISTS (
    SELECT FROM deposit d LEFT JOIN deposit_match m ON m.deposit_id = d.id
    WHERE d.id = NEW.deposit_id AND (m.client_id IS NULL
      OR d.amount_yen + m.fee_yen < (SELECT sum(a.amount_yen) FROM allocation a WHERE a.deposit_id = d.id)
      OR NOT EXISTS (SELECT FROM invoice i WHERE i.number = NEW.invoice_number AND i.client_id = m.client_id))
  ) OR (NEW.amount_yen > 0 AND asked_yen < paid_yen)
    OR (NEW.amount_yen < 0 AND (paid_yen < asked_yen
      OR 0 > (SELECT sum(a.amount_yen) FROM allocation a WHERE a.invoice_number = NEW.invoice_number AND a.deposit_id = NEW.deposit_id)))
  THEN
    RAISE EXCEPTION 'deposit % does not pay % yen of invoice %', NEW.deposit_id, NEW.amount_yen, NEW.invoice_number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION allocation_fits() SET search_path = %I, pg_temp', current_schema());
END $$;
