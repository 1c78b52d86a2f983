-- AlterTable
ALTER TABLE "asset" ADD COLUMN     "checked_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "asset_checked_at_idx" ON "asset"("checked_at");
