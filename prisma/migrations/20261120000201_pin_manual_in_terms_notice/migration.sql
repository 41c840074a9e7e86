-- A claim compares the manual its terms pin with the newest one without reading the notice's body.
ALTER TABLE "terms_notice" ADD COLUMN "manual_version" INTEGER NOT NULL DEFAULT 0;
