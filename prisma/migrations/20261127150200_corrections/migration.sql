-- CreateEnum
CREATE TYPE "correction_state" AS ENUM ('open', 'published', 'withdrawn');

-- CreateTable
CREATE TABLE "correction" (
    "deck_id" TEXT NOT NULL,
    "call_id" UUID NOT NULL,
    "section_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "section_id" UUID,
    "from_edition" INTEGER NOT NULL,
    "began_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3),
    "state" "correction_state" NOT NULL DEFAULT 'open',
    "why" TEXT,
    "edition" INTEGER,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("deck_id")
);

-- CreateIndex
CREATE INDEX "correction_call_id_section_key_idx" ON "correction"("call_id", "section_key");

-- CreateIndex
CREATE INDEX "correction_section_id_idx" ON "correction"("section_id");

-- CreateIndex
CREATE INDEX "correction_state_due_at_idx" ON "correction"("state", "due_at");

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE SET NULL ON UPDATE CASCADE;
