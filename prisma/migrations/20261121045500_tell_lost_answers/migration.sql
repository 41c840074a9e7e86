-- A link whose answer never arrived is replaced; shown later by anybody, it was copied.
ALTER TABLE "refresh_token" ADD COLUMN "superseded_at" TIMESTAMPTZ(3);
ALTER TABLE "refresh_token" ADD CONSTRAINT refresh_token_one_end CHECK (used_at IS NULL OR superseded_at IS NULL);
