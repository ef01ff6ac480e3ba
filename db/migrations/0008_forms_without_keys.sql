DROP INDEX `plan_request`;--> statement-breakpoint
ALTER TABLE `plan` DROP COLUMN `request_key`;--> statement-breakpoint
DROP INDEX `step_progress_request`;--> statement-breakpoint
ALTER TABLE `step_progress` DROP COLUMN `request_key`;