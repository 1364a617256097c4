-- The record knows by their ids which products a change was about, or inside of which: names change, and two products may
-- have the same. One change can concern several: somebody who joins a team reaches all that the team was given.
ALTER TABLE "AuditEntry" ADD COLUMN "productIds" UUID[];

-- What was recorded before: what was done to things inside is known for certain, access where one product alone in the
-- organization has ever had the name that stands in the entry. Nothing else of the entries changes.
ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append_only";
UPDATE "AuditEntry" e SET "productIds" = ARRAY[r."subscriptionId"]
FROM "Resource" r
WHERE e."subjectType" = 'resource' AND r."organizationId" = e."organizationId" AND r."id"::text = e."subjectId";
UPDATE "AuditEntry" e SET "productIds" = ARRAY[s."id"]
FROM (SELECT "organizationId", "name", (array_agg("id"))[1] AS "id" FROM "Subscription"
      GROUP BY "organizationId", "name" HAVING count(*) = 1) s
WHERE e."action" LIKE 'access.%' AND s."organizationId" = e."organizationId"
  AND NOT coalesce(e."after", e."before") ? 'allOfKind'
  AND s."name" = coalesce(coalesce(e."after", e."before") ->> 'product', coalesce(e."after", e."before") ->> 'object');
ALTER TABLE "AuditEntry" ENABLE TRIGGER "AuditEntry_append_only";

CREATE INDEX "AuditEntry_of_product" ON "AuditEntry" USING gin ("productIds") WHERE "productIds" IS NOT NULL;
