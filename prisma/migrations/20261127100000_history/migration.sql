-- AlterEnum
ALTER TYPE "revision_reason" ADD VALUE 'rested';
ALTER TYPE "revision_reason" ADD VALUE 'edited';
ALTER TYPE "revision_reason" ADD VALUE 'deletion';
ALTER TYPE "revision_reason" ADD VALUE 'ready';
ALTER TYPE "revision_reason" ADD VALUE 'restored';
ALTER TYPE "revision_reason" ADD VALUE 'undone';

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "authors" UUID[];
