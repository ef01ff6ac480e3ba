CREATE TABLE `pending_import` (
	`person_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`content` blob NOT NULL,
	`sent_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
