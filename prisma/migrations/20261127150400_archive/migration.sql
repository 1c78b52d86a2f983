-- AlterTable
ALTER TABLE "record" ADD COLUMN     "cover" TEXT,
ADD COLUMN     "imported" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'slides',
ADD COLUMN     "slides" INTEGER NOT NULL DEFAULT 0;
