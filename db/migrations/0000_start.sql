CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_person` ON `audit` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `check_in` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`catalogue` text NOT NULL,
	`taken_at` text NOT NULL,
	`recorded_at` text NOT NULL,
	`note` text,
	`request_key` text,
	`corrects` text,
	`removed_at` text,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `check_in_request` ON `check_in` (`person_id`,`request_key`);--> statement-breakpoint
CREATE INDEX `check_in_taken` ON `check_in` (`person_id`,`career`,`taken_at`);--> statement-breakpoint
CREATE TABLE `credential` (
	`person_id` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `forecast` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`role` text NOT NULL,
	`plan_id` text NOT NULL,
	`made_at` text NOT NULL,
	`basis` text NOT NULL,
	`even_on` text NOT NULL,
	`likely_on` text NOT NULL,
	`steps_left` integer NOT NULL,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `forecast_made` ON `forecast` (`person_id`,`career`,`made_at`);--> statement-breakpoint
CREATE TABLE `goal` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`role` text NOT NULL,
	`preferences` text,
	`holdings` text NOT NULL,
	`set_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "goal_preferences_json" CHECK(json_valid("goal"."preferences")),
	CONSTRAINT "goal_holdings_json" CHECK(json_valid("goal"."holdings"))
);
--> statement-breakpoint
CREATE INDEX `goal_set` ON `goal` (`person_id`,`career`,`set_at`);--> statement-breakpoint
CREATE TABLE `link_token` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`detail` text,
	`created_at` text NOT NULL,
	`expires_at` text,
	`used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `link_token_person` ON `link_token` (`person_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `mail_log` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`claimed_at` text NOT NULL,
	`sent_at` text,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_log_dedupe` ON `mail_log` (`person_id`,`dedupe_key`);--> statement-breakpoint
CREATE TABLE `own_step` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`hours` integer NOT NULL,
	`weeks` integer NOT NULL,
	`cost` text,
	`raises` text NOT NULL,
	`prerequisites` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`retired_at` text,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "own_step_hours" CHECK("own_step"."hours" >= 0),
	CONSTRAINT "own_step_weeks" CHECK("own_step"."weeks" >= 0),
	CONSTRAINT "own_step_raises_json" CHECK(json_valid("own_step"."raises")),
	CONSTRAINT "own_step_prerequisites_json" CHECK(json_valid("own_step"."prerequisites"))
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified_at` text,
	`time_zone` text NOT NULL,
	`region` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` text NOT NULL,
	CONSTRAINT "person_email_lower" CHECK("person"."email" = lower("person"."email")),
	CONSTRAINT "person_settings_json" CHECK(json_valid("person"."settings"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `plan` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`role` text NOT NULL,
	`document` text NOT NULL,
	`made_at` text NOT NULL,
	`reason` text NOT NULL,
	`request_key` text,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "plan_document_json" CHECK(json_valid("plan"."document"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_request` ON `plan` (`person_id`,`request_key`);--> statement-breakpoint
CREATE INDEX `plan_made` ON `plan` (`person_id`,`career`,`made_at`);--> statement-breakpoint
CREATE TABLE `provider_account` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`linked_at` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `provider_account_person` ON `provider_account` (`person_id`);--> statement-breakpoint
CREATE TABLE `rating` (
	`person_id` text NOT NULL,
	`check_in_id` text NOT NULL,
	`career` text NOT NULL,
	`skill` text NOT NULL,
	`taken_at` text NOT NULL,
	`level` integer NOT NULL,
	`evidence` text,
	`sure` text,
	PRIMARY KEY(`person_id`, `check_in_id`, `skill`),
	FOREIGN KEY (`person_id`,`check_in_id`) REFERENCES `check_in`(`person_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rating_level" CHECK("rating"."level" in (0, 1, 2, 3, 4, 5)),
	CONSTRAINT "rating_sure" CHECK("rating"."sure" in ('low', 'medium', 'high'))
);
--> statement-breakpoint
CREATE INDEX `rating_latest` ON `rating` (`person_id`,`career`,`skill`,`taken_at`,`check_in_id`);--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	PRIMARY KEY(`person_id`, `code_hash`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `second_factor` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`created_at` text NOT NULL,
	`confirmed_at` text,
	`last_used_counter` integer,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`user_agent` text,
	`address` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `session_expiry` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `step_progress` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`step` text NOT NULL,
	`status` text NOT NULL,
	`started_on` text,
	`finished_on` text,
	`hours_spent` real,
	`expires_on` text,
	`note` text,
	`evidence` text,
	`recorded_at` text NOT NULL,
	`request_key` text,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "step_progress_status" CHECK("step_progress"."status" in ('todo', 'in-progress', 'done', 'dropped')),
	CONSTRAINT "step_progress_hours" CHECK("step_progress"."hours_spent" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `step_progress_request` ON `step_progress` (`person_id`,`request_key`);--> statement-breakpoint
CREATE INDEX `step_progress_latest` ON `step_progress` (`person_id`,`career`,`step`,`recorded_at`,`id`);--> statement-breakpoint
CREATE TABLE `throttle` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_started_at` text NOT NULL,
	`blocked_until` text
);
