-- Extensions that every managed PostgreSQL offers and that a database's owner may create.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- English with accents folded, so that "naive" finds "naïve".
CREATE TEXT SEARCH CONFIGURATION whetstone (COPY = english);
ALTER TEXT SEARCH CONFIGURATION whetstone
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- CreateEnum
CREATE TYPE "account_token_purpose" AS ENUM ('reset_password', 'change_email', 'verify_email');

-- CreateEnum
CREATE TYPE "bank_visibility" AS ENUM ('private', 'unlisted', 'public');

-- CreateEnum
CREATE TYPE "content_kind" AS ENUM ('question', 'comparison', 'myth', 'decision');

-- CreateEnum
CREATE TYPE "content_status" AS ENUM ('draft', 'in_review', 'published', 'retired');

-- CreateEnum
CREATE TYPE "version_change" AS ENUM ('editorial', 'material');

-- CreateEnum
CREATE TYPE "card_kind" AS ENUM ('question', 'fact', 'myth', 'decision');

-- CreateEnum
CREATE TYPE "theme" AS ENUM ('system', 'light', 'dark');

-- CreateEnum
CREATE TYPE "card_phase" AS ENUM ('new', 'learning', 'review', 'relearning');

-- CreateEnum
CREATE TYPE "review_event_kind" AS ENUM ('review', 'undo', 'suspend', 'unsuspend', 'bury', 'unbury', 'mark', 'unmark');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" CITEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "name" TEXT,
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_sessions" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_sessions_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "oauth_accounts" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "oauth_accounts_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "identifier" CITEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_tokens_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "account_tokens" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "account_token_purpose" NOT NULL,
    "email" CITEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "banks" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "visibility" "bank_visibility" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "banks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "bank_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_items" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "bank_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "kind" "content_kind" NOT NULL,
    "external_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER,
    "level" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "tags" TEXT[],
    "status" "content_status" NOT NULL,
    "current_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "content_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_versions" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "change" "version_change" NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "content_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cards" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" "card_kind" NOT NULL,
    "key" TEXT NOT NULL,
    "sibling_group" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "cards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_parts" (
    "item_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "org_id" UUID NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "tsv" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('whetstone', "heading"), 'A') || setweight(to_tsvector('whetstone', "body"), 'B')
    ) STORED,

    CONSTRAINT "search_parts_pkey" PRIMARY KEY ("item_id","part")
);

-- CreateTable
CREATE TABLE "search_words" (
    "word" TEXT NOT NULL,
    "frequency" INTEGER NOT NULL,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "study_settings" (
    "user_id" UUID NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "day_starts_at_hour" SMALLINT NOT NULL DEFAULT 4,
    "desired_retention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "new_per_day" INTEGER NOT NULL DEFAULT 20,
    "reviews_per_day" INTEGER NOT NULL DEFAULT 200,
    "rungs" TEXT[] DEFAULT ARRAY['super-brief', 'brief']::TEXT[],
    "theme" "theme" NOT NULL DEFAULT 'system',
    "weights" DOUBLE PRECISION[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "study_clocks" (
    "user_id" UUID NOT NULL,
    "revision" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "study_clocks_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "merged_guests" (
    "user_id" UUID NOT NULL,
    "guest_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merged_guests_pkey" PRIMARY KEY ("user_id","guest_id")
);

-- CreateTable
CREATE TABLE "card_states" (
    "user_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "phase" "card_phase" NOT NULL,
    "step" SMALLINT NOT NULL,
    "stability" DOUBLE PRECISION,
    "difficulty" DOUBLE PRECISION,
    "due_at" TIMESTAMPTZ(3),
    "due_day" INTEGER,
    "interval_days" INTEGER NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "last_reviewed_at" TIMESTAMPTZ(3),
    "last_day" INTEGER,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "buried_until_day" INTEGER,
    "marked" BOOLEAN NOT NULL DEFAULT false,
    "leech" BOOLEAN NOT NULL DEFAULT false,
    "folded_at" TIMESTAMPTZ(3) NOT NULL,
    "folded_id" UUID NOT NULL,

    CONSTRAINT "card_states_pkey" PRIMARY KEY ("user_id","card_id")
);

-- CreateTable
CREATE TABLE "review_events" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "kind" "review_event_kind" NOT NULL,
    "grade" SMALLINT,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "day" INTEGER NOT NULL,
    "desired_retention" DOUBLE PRECISION NOT NULL,
    "duration_ms" INTEGER,
    "phase_before" "card_phase",
    "predicted" DOUBLE PRECISION,
    "due_day_after" INTEGER,
    "version_id" UUID,
    "ticks" TEXT[],
    "hints_used" SMALLINT NOT NULL DEFAULT 0,
    "session_id" UUID,
    "target_id" UUID,
    "undone_by_id" UUID,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "review_events_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "oauth_accounts_user_id_idx" ON "oauth_accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_token_key" ON "verification_tokens"("token");

-- CreateIndex
CREATE INDEX "account_tokens_user_id_idx" ON "account_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "banks_org_id_slug_key" ON "banks"("org_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "banks_org_id_id_key" ON "banks"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "topics_org_id_bank_id_slug_key" ON "topics"("org_id", "bank_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "topics_org_id_id_key" ON "topics"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "content_items_current_version_id_key" ON "content_items"("current_version_id");

-- CreateIndex
CREATE INDEX "content_items_topic_id_kind_number_idx" ON "content_items"("topic_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "content_items_org_id_id_key" ON "content_items"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "content_items_org_id_bank_id_external_id_key" ON "content_items"("org_id", "bank_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "content_items_org_id_topic_id_kind_slug_key" ON "content_items"("org_id", "topic_id", "kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "content_versions_item_id_number_key" ON "content_versions"("item_id", "number");

-- CreateIndex
CREATE INDEX "cards_position_idx" ON "cards"("position");

-- CreateIndex
CREATE UNIQUE INDEX "cards_item_id_key_key" ON "cards"("item_id", "key");

-- CreateIndex
CREATE INDEX "search_parts_tsv_idx" ON "search_parts" USING GIN ("tsv");

-- CreateIndex
CREATE INDEX "card_states_user_id_due_day_idx" ON "card_states"("user_id", "due_day");

-- CreateIndex
CREATE INDEX "review_events_user_id_card_id_reviewed_at_id_idx" ON "review_events"("user_id", "card_id", "reviewed_at", "id");

-- CreateIndex
CREATE INDEX "review_events_user_id_day_idx" ON "review_events"("user_id", "day");

-- CreateIndex
CREATE INDEX "review_events_user_id_session_id_idx" ON "review_events"("user_id", "session_id");

-- AddForeignKey
ALTER TABLE "user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauth_accounts" ADD CONSTRAINT "oauth_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "banks" ADD CONSTRAINT "banks_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_org_id_bank_id_fkey" FOREIGN KEY ("org_id", "bank_id") REFERENCES "banks"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_items" ADD CONSTRAINT "content_items_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_items" ADD CONSTRAINT "content_items_org_id_bank_id_fkey" FOREIGN KEY ("org_id", "bank_id") REFERENCES "banks"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_items" ADD CONSTRAINT "content_items_org_id_topic_id_fkey" FOREIGN KEY ("org_id", "topic_id") REFERENCES "topics"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_items" ADD CONSTRAINT "content_items_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "content_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_versions" ADD CONSTRAINT "content_versions_org_id_item_id_fkey" FOREIGN KEY ("org_id", "item_id") REFERENCES "content_items"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cards" ADD CONSTRAINT "cards_org_id_item_id_fkey" FOREIGN KEY ("org_id", "item_id") REFERENCES "content_items"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_parts" ADD CONSTRAINT "search_parts_org_id_item_id_fkey" FOREIGN KEY ("org_id", "item_id") REFERENCES "content_items"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_settings" ADD CONSTRAINT "study_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_clocks" ADD CONSTRAINT "study_clocks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_guests" ADD CONSTRAINT "merged_guests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_states" ADD CONSTRAINT "card_states_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_states" ADD CONSTRAINT "card_states_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "cards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_events" ADD CONSTRAINT "review_events_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_events" ADD CONSTRAINT "review_events_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "cards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express.
CREATE INDEX "search_words_word_trgm_idx" ON "search_words" USING GIN ("word" gin_trgm_ops);

ALTER TABLE "review_events"
  ADD CONSTRAINT "review_events_grade_check" CHECK (("kind" = 'review') = ("grade" IS NOT NULL) AND ("grade" IS NULL OR "grade" BETWEEN 1 AND 4)),
  ADD CONSTRAINT "review_events_undo_check" CHECK (("kind" = 'undo') = ("target_id" IS NOT NULL));
ALTER TABLE "study_settings"
  ADD CONSTRAINT "study_settings_retention_check" CHECK ("desired_retention" BETWEEN 0.70 AND 0.97),
  ADD CONSTRAINT "study_settings_hour_check" CHECK ("day_starts_at_hour" BETWEEN 0 AND 23);

-- States are updated in place on every review: leave room on the page for that.
ALTER TABLE "card_states" SET (fillfactor = 85);
