-- AlterTable
ALTER TABLE "record" ADD COLUMN     "newest_edition_id" UUID;

-- CreateTable
CREATE TABLE "record_section" (
    "record_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "team_id" UUID,
    "reporter" TEXT,
    "status" TEXT,
    "from_slide" INTEGER NOT NULL,
    "to_slide" INTEGER NOT NULL,
    "words_hash" TEXT NOT NULL,

    CONSTRAINT "record_section_pkey" PRIMARY KEY ("record_id","position")
);

-- CreateIndex
CREATE INDEX "record_section_folded_idx" ON "record_section"("folded");

-- CreateIndex
CREATE INDEX "record_section_team_id_idx" ON "record_section"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_newest_edition_id_key" ON "record"("newest_edition_id");

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_newest_edition_id_fkey" FOREIGN KEY ("newest_edition_id") REFERENCES "edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_section" ADD CONSTRAINT "record_section_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_section" ADD CONSTRAINT "record_section_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;
