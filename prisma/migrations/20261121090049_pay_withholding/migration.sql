-- CreateTable
CREATE TABLE "withholding_payment" (
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "amount_yen" INTEGER NOT NULL,
    "paid_on" DATE NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "withholding_payment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "withholding_payment_month_key" ON "withholding_payment"("month");

-- AddForeignKey
ALTER TABLE "withholding_payment" ADD CONSTRAINT "withholding_payment_month_fkey" FOREIGN KEY ("month") REFERENCES "pay_month"("month") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "withholding_payment" ADD CONSTRAINT withholding_payment_amount CHECK (amount_yen > 0);
CREATE TRIGGER withholding_payment_append_only BEFORE UPDATE OR DELETE ON "withholding_payment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "withholding_payment" ENABLE ALWAYS TRIGGER withholding_payment_append_only;
