CREATE TABLE `agreed_rating` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`skill` text NOT NULL,
	`career` text NOT NULL,
	`catalogue` text NOT NULL,
	`agreed_at` text NOT NULL,
	`name` text NOT NULL,
	`second_look_id` text NOT NULL,
	`level` integer NOT NULL,
	`also` text,
	`except` text,
	PRIMARY KEY(`person_id`, `second_look_id`, `id`, `skill`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "agreed_rating_level" CHECK(`level` in (0, 1, 2, 3, 4, 5)),
	CONSTRAINT "agreed_rating_also_json" CHECK(json_valid(`also`)),
	CONSTRAINT "agreed_rating_except_json" CHECK(json_valid(`except`))
);
--> statement-breakpoint
CREATE INDEX `agreed_rating_latest` ON `agreed_rating` (`person_id`,`career`,`skill`,`agreed_at`);--> statement-breakpoint
CREATE TABLE `evidence_item` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`title` text NOT NULL,
	`day` text NOT NULL,
	`text` text,
	`url` text,
	`can_dos` text,
	`source` text,
	`source_text` text,
	`source_level` integer,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`removed_at` text,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "evidence_item_can_dos_json" CHECK(json_valid(`can_dos`))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_item_source` ON `evidence_item` (`person_id`,`career`,`source`,`source_text`);--> statement-breakpoint
CREATE INDEX `evidence_item_day` ON `evidence_item` (`person_id`,`career`,`day`);--> statement-breakpoint
CREATE TABLE `second_look` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`name` text NOT NULL,
	`sees` text NOT NULL,
	`skills` text NOT NULL,
	`until` text NOT NULL,
	`created_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`closed_at` text,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "second_look_sees_json" CHECK(json_valid(`sees`)),
	CONSTRAINT "second_look_skills_json" CHECK(json_valid(`skills`))
);
--> statement-breakpoint
CREATE INDEX `second_look_end` ON `second_look` (`ends_at`);--> statement-breakpoint
CREATE TABLE `second_look_answer` (
	`person_id` text NOT NULL,
	`second_look_id` text NOT NULL,
	`skill` text NOT NULL,
	`level` integer,
	`also` text,
	`except` text,
	`reason` text,
	`own_since` text NOT NULL,
	`first_at` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `second_look_id`, `skill`),
	FOREIGN KEY (`person_id`,`second_look_id`) REFERENCES `second_look`(`person_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "second_look_answer_level" CHECK(`level` in (0, 1, 2, 3, 4, 5)),
	CONSTRAINT "second_look_answer_also_json" CHECK(json_valid(`also`)),
	CONSTRAINT "second_look_answer_except_json" CHECK(json_valid(`except`))
);

--> statement-breakpoint
CREATE TRIGGER `agreed_rating_never_changed` BEFORE UPDATE ON `agreed_rating`
BEGIN
	SELECT RAISE(ABORT, 'what was agreed is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `agreed_rating_never_deleted` BEFORE DELETE ON `agreed_rating`
WHEN EXISTS (SELECT 1 FROM `person` WHERE `id` = OLD.`person_id`)
BEGIN
	SELECT RAISE(ABORT, 'what was agreed is deleted only with its person');
END;
--> statement-breakpoint
INSERT INTO `evidence_item` (`person_id`, `id`, `career`, `title`, `day`, `text`, `source`, `source_text`, `source_level`, `created_at`, `changed_at`, `removed_at`)
SELECT `rating`.`person_id`, lower(hex(randomblob(10))), `rating`.`career`, substr(`evidence`, 1, 100), min(substr(`rating`.`taken_at`, 1, 10)),
	CASE WHEN length(`evidence`) > 100 THEN `evidence` END, 'skill/' || `skill`, `evidence`, max(`level`), min(`rating`.`taken_at`), min(`rating`.`taken_at`),
	CASE WHEN count(*) = count(`removed_at`) THEN max(`removed_at`) END
FROM `rating` JOIN `check_in` ON `check_in`.`person_id` = `rating`.`person_id` AND `check_in`.`id` = `rating`.`check_in_id`
WHERE `evidence` <> '' GROUP BY `rating`.`person_id`, `rating`.`career`, `skill`, `evidence`;
--> statement-breakpoint
INSERT INTO `evidence_item` (`person_id`, `id`, `career`, `title`, `day`, `text`, `source`, `source_text`, `created_at`, `changed_at`)
SELECT `person_id`, lower(hex(randomblob(10))), `career`, substr(`evidence`, 1, 100), min(coalesce(`finished_on`, substr(`recorded_at`, 1, 10))),
	CASE WHEN length(`evidence`) > 100 THEN `evidence` END, 'step/' || `step`, `evidence`, min(`recorded_at`), min(`recorded_at`)
FROM `step_progress` WHERE `evidence` <> '' GROUP BY `person_id`, `career`, `step`, `evidence`;
--> statement-breakpoint
CREATE TRIGGER `evidence_item_of_rating` AFTER INSERT ON `rating` WHEN NEW.`evidence` <> ''
BEGIN
	INSERT INTO `evidence_item` (`person_id`, `id`, `career`, `title`, `day`, `text`, `source`, `source_text`, `source_level`, `created_at`, `changed_at`)
	VALUES (NEW.`person_id`, lower(hex(randomblob(10))), NEW.`career`, substr(NEW.`evidence`, 1, 100), substr(NEW.`taken_at`, 1, 10),
		CASE WHEN length(NEW.`evidence`) > 100 THEN NEW.`evidence` END, 'skill/' || NEW.`skill`, NEW.`evidence`, NEW.`level`, NEW.`taken_at`, NEW.`taken_at`)
	ON CONFLICT (`person_id`, `career`, `source`, `source_text`) DO UPDATE SET `source_level` = max(`source_level`, excluded.`source_level`);
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_item_of_step` AFTER INSERT ON `step_progress` WHEN NEW.`evidence` <> ''
BEGIN
	INSERT INTO `evidence_item` (`person_id`, `id`, `career`, `title`, `day`, `text`, `source`, `source_text`, `created_at`, `changed_at`)
	VALUES (NEW.`person_id`, lower(hex(randomblob(10))), NEW.`career`, substr(NEW.`evidence`, 1, 100), coalesce(NEW.`finished_on`, substr(NEW.`recorded_at`, 1, 10)),
		CASE WHEN length(NEW.`evidence`) > 100 THEN NEW.`evidence` END, 'step/' || NEW.`step`, NEW.`evidence`, NEW.`recorded_at`, NEW.`recorded_at`)
	ON CONFLICT (`person_id`, `career`, `source`, `source_text`) DO NOTHING;
END;
