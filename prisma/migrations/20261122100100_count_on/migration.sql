-- Everybody goes on counting their own time; until now whoever took work up again after a colleague counted it anew.
UPDATE "draft" d SET active_seconds = d.active_seconds + before.seconds
FROM (
  SELECT h.assignment_id, h.person_id, sum(h.active_seconds)::int AS seconds FROM "hand_over" h
  WHERE EXISTS (SELECT FROM "hand_over" o WHERE o.assignment_id = h.assignment_id
    AND o.person_id <> h.person_id AND o.handed_over_at > h.handed_over_at)
  GROUP BY 1, 2
) before
WHERE d.assignment_id = before.assignment_id AND d.saved_by_id = before.person_id;
