-- AlterTable
ALTER TABLE "series" ADD COLUMN     "offers_baton" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "slot_seconds" INTEGER;

-- AlterTable
ALTER TABLE "section" ADD COLUMN     "spent_seconds" INTEGER;

-- CreateTable
CREATE TABLE "call_hello" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_hello_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "call_hello_call_id_idx" ON "call_hello"("call_id");

-- AddForeignKey
ALTER TABLE "call_hello" ADD CONSTRAINT "call_hello_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;
