CREATE TABLE `compact_rating` (
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
	CONSTRAINT "rating_level" CHECK(`level` in (0, 1, 2, 3, 4, 5)),
	CONSTRAINT "rating_sure" CHECK(`sure` in ('low', 'medium', 'high'))
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `compact_rating` SELECT `person_id`, `check_in_id`, `career`, `skill`, `taken_at`, `level`, `evidence`, `sure` FROM `rating`;
--> statement-breakpoint
DROP TRIGGER `rating_never_deleted`;
--> statement-breakpoint
DROP TABLE `rating`;
--> statement-breakpoint
ALTER TABLE `compact_rating` RENAME TO `rating`;
--> statement-breakpoint
CREATE INDEX `rating_latest` ON `rating` (`person_id`,`career`,`skill`,`taken_at`,`check_in_id`);
--> statement-breakpoint
CREATE TRIGGER `rating_never_changed` BEFORE UPDATE ON `rating`
BEGIN
	SELECT RAISE(ABORT, 'ratings are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_never_deleted` BEFORE DELETE ON `rating`
WHEN EXISTS (SELECT 1 FROM `person` WHERE `id` = OLD.`person_id`)
BEGIN
	SELECT RAISE(ABORT, 'ratings are deleted only with their person');
END;
