-- Search has a table of its own: a sealed edition's rows cannot be changed, only newest editions count, and decks that are still open are found, too.
DROP TRIGGER edition_slide_search ON "edition_slide";
DROP FUNCTION edition_slide_search();

-- DropIndex
DROP INDEX "edition_slide_search_idx";

-- AlterTable
ALTER TABLE "edition_slide" DROP COLUMN "search";

-- CreateEnum
CREATE TYPE "search_kind" AS ENUM ('record', 'deck');

-- CreateTable
CREATE TABLE "search_slide" (
    "id" BIGSERIAL NOT NULL,
    "kind" "search_kind" NOT NULL,
    "series_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "edition_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "section_key" TEXT NOT NULL,
    "section_position" INTEGER NOT NULL,
    "section_title" TEXT NOT NULL,
    "section_folded" TEXT NOT NULL,
    "team_id" UUID,
    "reporter" TEXT,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "search_slide_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_deck" (
    "deck_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "order_version" INTEGER NOT NULL,

    CONSTRAINT "search_deck_pkey" PRIMARY KEY ("deck_id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "slides" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "call_starts_at_idx" ON "call"("starts_at");

-- CreateIndex
CREATE INDEX "search_slide_edition_id_idx" ON "search_slide"("edition_id");

-- CreateIndex
CREATE INDEX "search_slide_search_idx" ON "search_slide" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "search_slide_call_id_kind_position_key" ON "search_slide"("call_id", "kind", "position");

-- AddForeignKey
ALTER TABLE "search_slide" ADD CONSTRAINT "search_slide_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_slide" ADD CONSTRAINT "search_slide_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_deck" ADD CONSTRAINT "search_deck_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- German and English stems at the places of the words themselves, so that a place is the number of a word, from 1, and phrases may
-- mix them. Weights: A and C are words as they stand in heading and text, B and D their stems. The text is folded words, one blank between two.
CREATE FUNCTION search_stems(words text, word_weight "char", stem_weight "char") RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (setweight(to_tsvector('pg_catalog.simple', words), word_weight)::text || ' ' ||
    setweight(to_tsvector('pg_catalog.english', words), stem_weight)::text || ' ' ||
    setweight(to_tsvector('pg_catalog.german', words), stem_weight)::text)::tsvector
$$;

-- Tags begin with a slash, which no folded word holds: series, month and year of the call, reporter.
CREATE FUNCTION search_vector(heading text, body text, tags text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search_stems(heading, 'A', 'B') || search_stems(body, 'C', 'D') || tags::tsvector
$$;

-- A call that gets another date takes its slides along.
CREATE FUNCTION move_search_slides() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_slide SET starts_at = NEW.starts_at, search =
    ts_delete(search, ARRAY['/y' || left(OLD.address, 4), '/m' || left(OLD.address, 7)]) ||
    format('/y%s /m%s', left(NEW.address, 4), left(NEW.address, 7))::tsvector
  WHERE call_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER move_search_slides AFTER UPDATE OF starts_at, address ON "call" FOR EACH ROW
  WHEN (OLD.starts_at <> NEW.starts_at OR OLD.address <> NEW.address) EXECUTE FUNCTION move_search_slides();

-- Whose a section is may be said later.
CREATE FUNCTION give_search_slides() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_slide SET team_id = NEW.team_id
  WHERE kind = 'record' AND section_position = NEW.position
    AND call_id = (SELECT call_id FROM record WHERE id = NEW.record_id);
  RETURN NULL;
END $$;

CREATE TRIGGER give_search_slides AFTER UPDATE OF team_id ON "record_section" FOR EACH ROW
  WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id) EXECUTE FUNCTION give_search_slides();

-- Typing errors are corrected by likeness of words. Where the extension cannot be made, fewer are corrected, and the log says what to do.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'search corrects few typing errors: %', SQLERRM;
END $$;
