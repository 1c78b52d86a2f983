-- AlterTable
ALTER TABLE "series" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "deleted_by_id" UUID;

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "deleted_by_id" UUID;

-- CreateIndex
CREATE INDEX "call_deleted_at_idx" ON "call"("deleted_at");

-- A sealed edition goes with its call or series when that has been in the bin for 30 days, and in no other way: whoever empties the
-- bin says so in their transaction, and the database's own clock has the last word.
CREATE FUNCTION may_leave_bin(edition_of "edition") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('plenum.empty_bin', true), '') = 'on' AND EXISTS (
    SELECT 1 FROM "record"
      JOIN "call" ON "call".id = "record".call_id
      JOIN "series" ON "series".id = "call".series_id
    WHERE "record".id = edition_of.record_id
      AND least("call".deleted_at, "series".deleted_at) < now() - interval '720 hours'
  )
$$;

CREATE OR REPLACE FUNCTION refuse_sealed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sealed_at IS NOT NULL AND coalesce(current_setting('plenum.redaction', true), '') <> 'on'
     AND NOT (TG_OP = 'DELETE' AND may_leave_bin(OLD)) THEN
    RAISE EXCEPTION 'edition % is sealed', OLD.id;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
