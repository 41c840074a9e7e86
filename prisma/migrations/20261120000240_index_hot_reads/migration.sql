-- The list of work to resume asks whose draft lies in a task.
CREATE INDEX "draft_saved_by_id_idx" ON "draft"("saved_by_id");
-- The page of an order tells its own story; that of its tasks may be a million lines long.
CREATE INDEX event_order_story ON "event" (order_id, id) WHERE assignment_id IS NULL;
