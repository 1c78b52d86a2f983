-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "series_role" AS ENUM ('host', 'writer', 'reader');

-- CreateEnum
CREATE TYPE "link_grant" AS ENUM ('read', 'write');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('public', 'link', 'members');

-- CreateEnum
CREATE TYPE "write_audience" AS ENUM ('members', 'signed_in', 'link');

-- CreateEnum
CREATE TYPE "call_state" AS ENUM ('planned', 'live', 'ended');

-- CreateEnum
CREATE TYPE "deck_kind" AS ENUM ('call', 'correction', 'template');

-- CreateEnum
CREATE TYPE "revision_reason" AS ENUM ('created', 'imported', 'started', 'ended', 'resumed', 'named');

-- CreateTable
CREATE TABLE "auth_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "handle" TEXT,
    "email" TEXT,
    "hue" INTEGER NOT NULL,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "auth_user_id" TEXT,
    "guest_key_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "series_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "series_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("series_id","person_id")
);

-- CreateTable
CREATE TABLE "link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "series_id" UUID NOT NULL,
    "deck_id" TEXT,
    "grant" "link_grant" NOT NULL,
    "name" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "token_hash" TEXT NOT NULL,
    "deck_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "grant" "link_grant" NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "read_decks" "audience" NOT NULL DEFAULT 'members',
    "read_live" "audience" NOT NULL DEFAULT 'public',
    "read_records" "audience" NOT NULL DEFAULT 'public',
    "write" "write_audience" NOT NULL DEFAULT 'members',
    "foreign_pictures" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_address" (
    "slug" TEXT NOT NULL,
    "series_id" UUID NOT NULL,

    CONSTRAINT "series_address_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" "call_state" NOT NULL DEFAULT 'planned',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "has_time" BOOLEAN NOT NULL DEFAULT true,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_address" (
    "series_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "call_id" UUID NOT NULL,

    CONSTRAINT "call_address_pkey" PRIMARY KEY ("series_id","address")
);

-- CreateTable
CREATE TABLE "live_state" (
    "call_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "live_state_pkey" PRIMARY KEY ("call_id")
);

-- CreateTable
CREATE TABLE "deck" (
    "id" TEXT NOT NULL,
    "kind" "deck_kind" NOT NULL,
    "series_id" UUID NOT NULL,
    "call_id" UUID,
    "head_seq" BIGINT NOT NULL DEFAULT 0,
    "snapshot_seq" BIGINT NOT NULL DEFAULT 0,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "frozen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deck_update" (
    "deck_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "data" BYTEA NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_update_pkey" PRIMARY KEY ("deck_id","seq")
);

-- CreateTable
CREATE TABLE "deck_snapshot" (
    "deck_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "state" BYTEA NOT NULL,
    "state_vector" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_snapshot_pkey" PRIMARY KEY ("deck_id","seq")
);

-- CreateTable
CREATE TABLE "deck_client" (
    "deck_id" TEXT NOT NULL,
    "client_id" BIGINT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "deck_client_pkey" PRIMARY KEY ("deck_id","client_id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "deck_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "reason" "revision_reason" NOT NULL,
    "name" TEXT,
    "text" BYTEA NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "format" INTEGER NOT NULL,
    "source" BYTEA NOT NULL,
    "presented" BYTEA NOT NULL,
    "content" JSONB NOT NULL,
    "checksum" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seals_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_slide" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "search" tsvector,

    CONSTRAINT "edition_slide_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "asset" (
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "asset_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "series_asset" (
    "key" TEXT NOT NULL,
    "series_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "extension" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_asset_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "asset_address" (
    "series_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "asset_address_pkey" PRIMARY KEY ("series_id","address")
);

-- CreateTable
CREATE TABLE "imported_file" (
    "series_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "call_id" UUID,
    "deck_id" TEXT,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "imported_file_pkey" PRIMARY KEY ("series_id","hash")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "act" TEXT NOT NULL,
    "series_id" UUID,
    "call_id" UUID,
    "deck_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "person_auth_user_id_key" ON "person"("auth_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_guest_key_hash_key" ON "person"("guest_key_hash");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_token_hash_key" ON "link"("token_hash");

-- CreateIndex
CREATE INDEX "link_series_id_idx" ON "link"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE INDEX "call_series_id_starts_at_idx" ON "call"("series_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "call_series_id_address_key" ON "call"("series_id", "address");

-- CreateIndex
CREATE INDEX "call_address_call_id_idx" ON "call_address"("call_id");

-- CreateIndex
CREATE INDEX "deck_series_id_idx" ON "deck"("series_id");

-- CreateIndex
CREATE INDEX "deck_call_id_idx" ON "deck"("call_id");

-- CreateIndex
CREATE INDEX "revision_deck_id_seq_idx" ON "revision"("deck_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "record_call_id_key" ON "record"("call_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_record_id_number_key" ON "edition"("record_id", "number");

-- CreateIndex
CREATE INDEX "edition_slide_search_idx" ON "edition_slide" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "series_asset_series_id_hash_key" ON "series_asset"("series_id", "hash");

-- CreateIndex
CREATE INDEX "asset_address_key_idx" ON "asset_address"("key");

-- CreateIndex
CREATE INDEX "audit_entry_series_id_at_idx" ON "audit_entry"("series_id", "at");

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_auth_user_id_fkey" FOREIGN KEY ("auth_user_id") REFERENCES "auth_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_address" ADD CONSTRAINT "series_address_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_address" ADD CONSTRAINT "call_address_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_state" ADD CONSTRAINT "live_state_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck" ADD CONSTRAINT "deck_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck" ADD CONSTRAINT "deck_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_update" ADD CONSTRAINT "deck_update_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_snapshot" ADD CONSTRAINT "deck_snapshot_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_client" ADD CONSTRAINT "deck_client_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_slide" ADD CONSTRAINT "edition_slide_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_asset" ADD CONSTRAINT "series_asset_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_asset" ADD CONSTRAINT "series_asset_hash_fkey" FOREIGN KEY ("hash") REFERENCES "asset"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_address" ADD CONSTRAINT "asset_address_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_address" ADD CONSTRAINT "asset_address_key_fkey" FOREIGN KEY ("key") REFERENCES "series_asset"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_file" ADD CONSTRAINT "imported_file_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What search reads of a slide is filled on write: German and English stems side by side, the heading first.
CREATE FUNCTION edition_slide_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search :=
    setweight(to_tsvector('pg_catalog.simple', NEW.heading), 'A') ||
    setweight(to_tsvector('pg_catalog.english', NEW.text), 'B') ||
    setweight(to_tsvector('pg_catalog.german', NEW.text), 'B') ||
    setweight(to_tsvector('pg_catalog.simple', NEW.text), 'C');
  RETURN NEW;
END $$;

CREATE TRIGGER edition_slide_search BEFORE INSERT OR UPDATE ON "edition_slide"
  FOR EACH ROW EXECUTE FUNCTION edition_slide_search();

-- A sealed edition is immutable here too. Redaction, the one logged exception, says so in its transaction.
CREATE FUNCTION refuse_sealed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sealed_at IS NOT NULL AND coalesce(current_setting('plenum.redaction', true), '') <> 'on' THEN
    RAISE EXCEPTION 'edition % is sealed', OLD.id;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER refuse_sealed_edition BEFORE UPDATE OR DELETE ON "edition"
  FOR EACH ROW EXECUTE FUNCTION refuse_sealed_edition();

CREATE FUNCTION refuse_sealed_slide() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  edition_of uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.edition_id ELSE OLD.edition_id END;
BEGIN
  IF coalesce(current_setting('plenum.redaction', true), '') <> 'on'
     AND EXISTS (SELECT 1 FROM "edition" WHERE id = edition_of AND sealed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'edition % is sealed', edition_of;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER refuse_sealed_slide BEFORE INSERT OR UPDATE OR DELETE ON "edition_slide"
  FOR EACH ROW EXECUTE FUNCTION refuse_sealed_slide();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME;
END $$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "edition"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
