CREATE TABLE `rating_draft` (
	`person_id` text NOT NULL,
	`career` text NOT NULL,
	`skill` text NOT NULL,
	`entered` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `career`, `skill`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rating_draft_entered_json" CHECK(json_valid(`entered`))
);
--> statement-breakpoint
CREATE TABLE `rating_exception` (
	`person_id` text NOT NULL,
	`check_in_id` text NOT NULL,
	`skill` text NOT NULL,
	`also` text,
	`except` text,
	PRIMARY KEY(`person_id`, `check_in_id`, `skill`),
	FOREIGN KEY (`person_id`,`check_in_id`,`skill`) REFERENCES `rating`(`person_id`,`check_in_id`,`skill`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rating_exception_also_json" CHECK(json_valid(`also`)),
	CONSTRAINT "rating_exception_except_json" CHECK(json_valid(`except`))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER `rating_exception_never_changed` BEFORE UPDATE ON `rating_exception`
BEGIN
	SELECT RAISE(ABORT, 'ratings are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_exception_never_deleted` BEFORE DELETE ON `rating_exception`
WHEN EXISTS (SELECT 1 FROM `person` WHERE `id` = OLD.`person_id`)
BEGIN
	SELECT RAISE(ABORT, 'ratings are deleted only with their person');
END;
