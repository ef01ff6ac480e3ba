CREATE TABLE `job` (
	`name` text PRIMARY KEY NOT NULL,
	`claimed_at` text NOT NULL,
	`finished_at` text
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `link_token_expiry` ON `link_token` (`expires_at`);--> statement-breakpoint
CREATE INDEX `throttle_window` ON `throttle` (`window_started_at`);