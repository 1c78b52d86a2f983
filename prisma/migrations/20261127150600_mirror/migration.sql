-- CreateEnum
CREATE TYPE "mirror_kind" AS ENUM ('folder', 'https', 'ssh');

-- CreateTable
CREATE TABLE "series_mirror" (
    "series_id" UUID NOT NULL,
    "kind" "mirror_kind" NOT NULL,
    "address" TEXT NOT NULL,
    "branch" TEXT NOT NULL DEFAULT 'main',
    "token" TEXT,
    "public_key" TEXT,
    "private_key" TEXT,
    "host_keys" TEXT,
    "off_at" TIMESTAMPTZ(3),
    "head" TEXT,
    "problem" TEXT,
    "diverged" BOOLEAN NOT NULL DEFAULT false,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "try_after" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_mirror_pkey" PRIMARY KEY ("series_id")
);

-- CreateTable
CREATE TABLE "mirrored_edition" (
    "edition_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "commit_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mirrored_edition_pkey" PRIMARY KEY ("edition_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "series_mirror_kind_address_branch_key" ON "series_mirror"("kind", "address", "branch");

-- CreateIndex
CREATE INDEX "mirrored_edition_series_id_idx" ON "mirrored_edition"("series_id");

-- AddForeignKey
ALTER TABLE "series_mirror" ADD CONSTRAINT "series_mirror_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mirrored_edition" ADD CONSTRAINT "mirrored_edition_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mirrored_edition" ADD CONSTRAINT "mirrored_edition_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series_mirror"("series_id") ON DELETE CASCADE ON UPDATE CASCADE;
