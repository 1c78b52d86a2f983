-- AlterTable
ALTER TABLE "asset" ADD COLUMN     "damaged_at" TIMESTAMPTZ(3),
ADD COLUMN     "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "title_key" TEXT,
ADD COLUMN     "title_shows" INTEGER NOT NULL DEFAULT 100;

-- AlterTable
ALTER TABLE "series_asset" ADD COLUMN     "alt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "credit" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "source" TEXT,
ADD COLUMN     "source_hash" TEXT,
ADD COLUMN     "unused_since" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "asset_touched_at_idx" ON "asset"("touched_at");

-- CreateIndex
CREATE INDEX "call_title_key_idx" ON "call"("title_key");

-- CreateIndex
CREATE INDEX "series_asset_hash_idx" ON "series_asset"("hash");

-- CreateIndex
CREATE INDEX "series_asset_series_id_source_hash_idx" ON "series_asset"("series_id", "source_hash");

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_title_key_fkey" FOREIGN KEY ("title_key") REFERENCES "series_asset"("key") ON DELETE SET NULL ON UPDATE CASCADE;
