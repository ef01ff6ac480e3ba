CREATE TABLE `shared_page` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`career` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parts` text NOT NULL,
	`since` text,
	`until` text NOT NULL,
	`created_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`closed_at` text,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "shared_page_parts_json" CHECK(json_valid(`parts`))
);
--> statement-breakpoint
CREATE TABLE `shared_page_opening` (
	`person_id` text NOT NULL,
	`shared_page_id` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`person_id`, `shared_page_id`, `day`),
	FOREIGN KEY (`person_id`,`shared_page_id`) REFERENCES `shared_page`(`person_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "shared_page_opening_count" CHECK(`count` > 0)
);
