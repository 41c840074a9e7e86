-- The corporation is the orderer named on every terms notice; there is exactly one, so at most one row.
CREATE UNIQUE INDEX organisation_one_corporation ON "organisation" (kind) WHERE kind = 'corporation';
