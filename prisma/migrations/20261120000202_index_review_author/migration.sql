-- The review queue counts how each author's work fared before.
CREATE INDEX "review_author_id_idx" ON "review"("author_id");
