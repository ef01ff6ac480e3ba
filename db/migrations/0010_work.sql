CREATE TABLE `held_post` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`post` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `holding` (
	`person_id` text NOT NULL,
	`career` text NOT NULL,
	`id` text NOT NULL,
	`since` text,
	`expires_on` text,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `career`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `own_step` ADD `teaches` text CONSTRAINT "own_step_teaches_json" CHECK(json_valid("teaches"));--> statement-breakpoint
ALTER TABLE `own_step` ADD `pool` text;--> statement-breakpoint
INSERT OR IGNORE INTO `holding` (`person_id`, `career`, `id`, `changed_at`)
SELECT `goal`.`person_id`, `goal`.`career`, `held`.`value`, `goal`.`set_at`
FROM `goal`, json_each(`goal`.`holdings`) AS `held`
WHERE `held`.`type` = 'text' AND NOT EXISTS (
	SELECT 1 FROM `goal` AS `later`
	WHERE `later`.`person_id` = `goal`.`person_id` AND `later`.`career` = `goal`.`career`
	AND (`later`.`set_at`, `later`.`id`) > (`goal`.`set_at`, `goal`.`id`)
);