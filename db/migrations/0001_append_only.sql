CREATE TRIGGER `check_in_never_changed` BEFORE UPDATE OF `person_id`, `id`, `career`, `catalogue`, `taken_at`, `recorded_at`, `note`, `request_key`, `corrects` ON `check_in`
BEGIN
	SELECT RAISE(ABORT, 'check-ins are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `check_in_never_deleted` BEFORE DELETE ON `check_in`
WHEN EXISTS (SELECT 1 FROM `person` WHERE `id` = OLD.`person_id`)
BEGIN
	SELECT RAISE(ABORT, 'check-ins are deleted only with their person');
END;
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
--> statement-breakpoint
CREATE TRIGGER `goal_never_changed` BEFORE UPDATE ON `goal`
BEGIN
	SELECT RAISE(ABORT, 'goals are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `goal_never_deleted` BEFORE DELETE ON `goal`
WHEN EXISTS (SELECT 1 FROM `person` WHERE `id` = OLD.`person_id`)
BEGIN
	SELECT RAISE(ABORT, 'goals are deleted only with their person');
END;
--> statement-breakpoint
CREATE TRIGGER `step_progress_never_changed` BEFORE UPDATE ON `step_progress`
BEGIN
	SELECT RAISE(ABORT, 'step events are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `step_progress_never_deleted` BEFORE DELETE ON `step_progress`
WHEN EXISTS (SELECT 1 FROM `person` WHERE `id` = OLD.`person_id`)
BEGIN
	SELECT RAISE(ABORT, 'step events are deleted only with their person');
END;
