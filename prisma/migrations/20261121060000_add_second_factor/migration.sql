-- CreateTable
CREATE TABLE "second_factor" (
    "person_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id")
);

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A secret never lies in the clear, and the code that confirmed it cannot be used again.
ALTER TABLE "second_factor"
  ADD CONSTRAINT second_factor_sealed CHECK (sealed_secret ~ '^s1:'),
  ADD CONSTRAINT second_factor_confirmed_by_code CHECK (confirmed_at IS NULL OR last_step IS NOT NULL);
