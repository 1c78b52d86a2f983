-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "series_id" UUID,
    "made" BOOLEAN NOT NULL DEFAULT false,
    "person_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'staging',
    "source" JSONB NOT NULL,
    "target" JSONB NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "report" JSONB,
    "undone" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "hash" TEXT,
    "data" BYTEA,
    "problem" JSONB,
    "first_seen_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "row" JSONB,
    "decision" JSONB,
    "address" TEXT,
    "outcome" JSONB,
    "call_id" UUID,
    "deck_id" TEXT,
    "made" JSONB,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateTable
CREATE TABLE "old_address" (
    "series_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "call_id" UUID,
    "key" TEXT,

    CONSTRAINT "old_address_pkey" PRIMARY KEY ("series_id","kind","name")
);

-- CreateIndex
CREATE INDEX "import_run_series_id_idx" ON "import_run"("series_id");

-- CreateIndex
CREATE INDEX "import_run_person_id_idx" ON "import_run"("person_id");

-- CreateIndex
CREATE INDEX "import_run_state_idx" ON "import_run"("state");

-- CreateIndex
CREATE INDEX "import_file_call_id_idx" ON "import_file"("call_id");

-- CreateIndex
CREATE INDEX "old_address_name_idx" ON "old_address"("name");

-- CreateIndex
CREATE INDEX "old_address_call_id_idx" ON "old_address"("call_id");

-- CreateIndex
CREATE INDEX "old_address_key_idx" ON "old_address"("key");

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "old_address" ADD CONSTRAINT "old_address_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "old_address" ADD CONSTRAINT "old_address_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "old_address" ADD CONSTRAINT "old_address_key_fkey" FOREIGN KEY ("key") REFERENCES "series_asset"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- A sealed edition goes too when the import that brought it is undone: whoever undoes it names the import in their transaction, which
-- must be marked as being undone, have made this very record, and have ended within a week by the database's own clock. A record of
-- which somebody has made a second edition since is no longer the import's alone.
CREATE FUNCTION may_be_undone(edition_of "edition") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "import_run" run
      JOIN "import_file" file ON file.run_id = run.id
      JOIN "record" ON "record".call_id = file.call_id
    WHERE run.id::text = coalesce(current_setting('plenum.undo_import', true), '')
      AND run.state = 'undoing'
      AND run.written_at > now() - interval '168 hours'
      AND "record".id = edition_of.record_id
      AND NOT EXISTS (SELECT 1 FROM "edition" later WHERE later.record_id = "record".id AND later.number > 1)
  )
$$;

CREATE OR REPLACE FUNCTION may_leave_bin(edition_of "edition") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT may_be_undone(edition_of) OR coalesce(current_setting('plenum.empty_bin', true), '') = 'on' AND EXISTS (
    SELECT 1 FROM "record"
      JOIN "call" ON "call".id = "record".call_id
      JOIN "series" ON "series".id = "call".series_id
    WHERE "record".id = edition_of.record_id
      AND least("call".deleted_at, "series".deleted_at) < now() - interval '720 hours'
  )
$$;
