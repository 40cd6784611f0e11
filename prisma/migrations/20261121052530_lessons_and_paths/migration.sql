-- AlterEnum
ALTER TYPE "card_kind" ADD VALUE 'condition';

-- AlterEnum
ALTER TYPE "content_kind" ADD VALUE 'lesson';
ALTER TYPE "content_kind" ADD VALUE 'path';

-- AlterTable
ALTER TABLE "content_items" ADD COLUMN     "track_id" UUID;

-- AlterTable
ALTER TABLE "study_settings" ADD COLUMN     "path_id" UUID;

-- CreateTable
CREATE TABLE "lesson_tracks" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "bank_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "lesson_tracks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("user_id","item_id","section")
);

-- CreateTable
CREATE TABLE "path_cards" (
    "path_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "week" SMALLINT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "path_cards_pkey" PRIMARY KEY ("path_id","card_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "lesson_tracks_org_id_bank_id_slug_key" ON "lesson_tracks"("org_id", "bank_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_tracks_org_id_id_key" ON "lesson_tracks"("org_id", "id");

-- CreateIndex
CREATE INDEX "path_cards_path_id_position_idx" ON "path_cards"("path_id", "position");

-- CreateIndex
CREATE INDEX "content_items_track_id_number_idx" ON "content_items"("track_id", "number");

-- AddForeignKey
ALTER TABLE "lesson_tracks" ADD CONSTRAINT "lesson_tracks_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_tracks" ADD CONSTRAINT "lesson_tracks_org_id_bank_id_fkey" FOREIGN KEY ("org_id", "bank_id") REFERENCES "banks"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "content_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path_cards" ADD CONSTRAINT "path_cards_path_id_fkey" FOREIGN KEY ("path_id") REFERENCES "content_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path_cards" ADD CONSTRAINT "path_cards_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "cards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_items" ADD CONSTRAINT "content_items_org_id_track_id_fkey" FOREIGN KEY ("org_id", "track_id") REFERENCES "lesson_tracks"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_settings" ADD CONSTRAINT "study_settings_path_id_fkey" FOREIGN KEY ("path_id") REFERENCES "content_items"("id") ON DELETE SET NULL ON UPDATE CASCADE;
