-- CreateEnum
CREATE TYPE "section_status" AS ENUM ('empty', 'draft', 'ready', 'nothing');

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "blurb" TEXT NOT NULL DEFAULT '',
    "hue" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_heading" (
    "series_id" UUID NOT NULL,
    "folded" TEXT NOT NULL,
    "spelling" TEXT NOT NULL,
    "team_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_heading_pkey" PRIMARY KEY ("series_id","folded")
);

-- CreateTable
CREATE TABLE "team_member" (
    "team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("team_id","person_id")
);

-- CreateTable
CREATE TABLE "team_address" (
    "series_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "team_address_pkey" PRIMARY KEY ("series_id","slug")
);

-- CreateTable
CREATE TABLE "section" (
    "id" UUID NOT NULL,
    "deck_id" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "words" INTEGER[],
    "team_id" UUID,
    "reporter_id" UUID,
    "deputy_id" UUID,
    "status" "section_status" NOT NULL DEFAULT 'empty',
    "skipped" BOOLEAN NOT NULL DEFAULT false,
    "planned_seconds" INTEGER,
    "changed_at" TIMESTAMPTZ(3),
    "changed_by_id" UUID,
    "gone_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "running_order" (
    "deck_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "running_order_pkey" PRIMARY KEY ("deck_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "team_series_id_slug_key" ON "team"("series_id", "slug");

-- CreateIndex
CREATE INDEX "known_heading_team_id_idx" ON "known_heading"("team_id");

-- CreateIndex
CREATE INDEX "team_member_person_id_idx" ON "team_member"("person_id");

-- CreateIndex
CREATE INDEX "team_address_team_id_idx" ON "team_address"("team_id");

-- CreateIndex
CREATE INDEX "section_deck_id_idx" ON "section"("deck_id");

-- CreateIndex
CREATE INDEX "section_team_id_idx" ON "section"("team_id");

-- CreateIndex
CREATE INDEX "section_reporter_id_idx" ON "section"("reporter_id");

-- CreateIndex
CREATE INDEX "section_deputy_id_idx" ON "section"("deputy_id");

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_heading" ADD CONSTRAINT "known_heading_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_heading" ADD CONSTRAINT "known_heading_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_address" ADD CONSTRAINT "team_address_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_address" ADD CONSTRAINT "team_address_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "running_order" ADD CONSTRAINT "running_order_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;
