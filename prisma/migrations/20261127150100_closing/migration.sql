-- CreateEnum
CREATE TYPE "call_outcome" AS ENUM ('not_held', 'not_presented', 'closed_by_itself');

-- CreateEnum
CREATE TYPE "closing_step" AS ENUM ('pictures', 'edition', 'seal', 'done');

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "outcome" "call_outcome",
ADD COLUMN     "reopened_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "closing" (
    "call_id" UUID NOT NULL,
    "run" UUID NOT NULL,
    "step" "closing_step" NOT NULL DEFAULT 'pictures',
    "person_id" UUID,
    "pictures_total" INTEGER,
    "pictures_done" INTEGER NOT NULL DEFAULT 0,
    "details" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "closing_pkey" PRIMARY KEY ("call_id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "series_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("series_id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "edition_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "closing_step_idx" ON "closing"("step");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_series_id_edition_id_key" ON "webhook_delivery"("series_id", "edition_id");

-- AddForeignKey
ALTER TABLE "closing" ADD CONSTRAINT "closing_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "webhook"("series_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a redaction may change of a sealed edition is what it says. It stays sealed, stays where it is, and stays.
CREATE OR REPLACE FUNCTION refuse_sealed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sealed_at IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF may_leave_bin(OLD) THEN
      RETURN OLD;
    END IF;
  ELSIF coalesce(current_setting('plenum.redaction', true), '') = 'on'
     AND (NEW.id, NEW.record_id, NEW.number, NEW.created_at, NEW.seals_at, NEW.sealed_at)
       IS NOT DISTINCT FROM (OLD.id, OLD.record_id, OLD.number, OLD.created_at, OLD.seals_at, OLD.sealed_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'edition % is sealed', OLD.id;
END $$;

-- Neither may a slide come into a sealed edition from another one.
CREATE OR REPLACE FUNCTION refuse_sealed_slide() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_of uuid := CASE TG_OP WHEN 'INSERT' THEN NULL ELSE OLD.edition_id END;
  after_of uuid := CASE TG_OP WHEN 'DELETE' THEN NULL ELSE NEW.edition_id END;
BEGIN
  IF coalesce(current_setting('plenum.redaction', true), '') <> 'on'
     AND EXISTS (SELECT 1 FROM "edition" WHERE id IN (before_of, after_of) AND sealed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'edition % is sealed', coalesce(before_of, after_of);
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "edition_slide"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A sealed edition is of the call that it was sealed for.
CREATE FUNCTION refuse_sealed_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.call_id) IS DISTINCT FROM (OLD.id, OLD.call_id)
     AND EXISTS (SELECT 1 FROM "edition" WHERE record_id = OLD.id AND sealed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an edition of record % is sealed', OLD.id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_sealed_record BEFORE UPDATE OF id, call_id ON "record"
  FOR EACH ROW EXECUTE FUNCTION refuse_sealed_record();
