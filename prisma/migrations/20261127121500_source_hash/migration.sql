-- A file that was brought before is known again, also in another series.
-- CreateIndex
CREATE INDEX "series_asset_source_hash_idx" ON "series_asset"("source_hash");

-- The same without the series: the index above begins with what is asked for.
-- DropIndex
DROP INDEX "series_asset_series_id_source_hash_idx";
