-- AlterTable
ALTER TABLE "person" ADD COLUMN     "motion" TEXT NOT NULL DEFAULT 'auto',
ADD COLUMN     "quiet_from" SMALLINT,
ADD COLUMN     "quiet_to" SMALLINT,
ADD COLUMN     "settings_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "text_size" TEXT NOT NULL DEFAULT 'usual',
ADD COLUMN     "time_factor" TEXT NOT NULL DEFAULT 'x1';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "is_urgent" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "person" ADD CONSTRAINT person_screen_settings
  CHECK (text_size IN ('usual', 'large', 'largest') AND motion IN ('auto', 'less') AND time_factor IN ('x1', 'x2', 'x4', 'none'));
ALTER TABLE "person" ADD CONSTRAINT person_quiet_hours
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)
     AND (quiet_from IS NULL OR (quiet_from BETWEEN 0 AND 1439 AND quiet_to BETWEEN 0 AND 1439 AND quiet_from <> quiet_to)));
-- What was written before was about accounts; from now on whoever writes a mail says so.
ALTER TABLE "mail" ALTER COLUMN "is_urgent" DROP DEFAULT;
