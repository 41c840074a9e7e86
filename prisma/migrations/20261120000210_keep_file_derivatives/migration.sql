-- Pictures made from stored ones: thumbnails, and the whole picture turned as its EXIF orientation says.
CREATE TYPE "derivative_kind" AS ENUM ('thumbnail', 'oriented');
CREATE TABLE "file_derivative" (
    "file_id" UUID NOT NULL,
    "kind" "derivative_kind" NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "content_type" TEXT NOT NULL,

    CONSTRAINT "file_derivative_pkey" PRIMARY KEY ("file_id","kind")
);
CREATE INDEX "file_derivative_sha256_idx" ON "file_derivative"("sha256");
ALTER TABLE "file_derivative" ADD CONSTRAINT "file_derivative_file_id_fkey"
  FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An order holds each picture once.
CREATE UNIQUE INDEX "order_item_order_id_file_id_key" ON "order_item"("order_id", "file_id");
