-- One change can concern several products: somebody who joins a team reaches all that the team was given.
ALTER TABLE "AuditEntry" ADD COLUMN "productIds" UUID[];

ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append_only";
UPDATE "AuditEntry" SET "productIds" = ARRAY["productId"] WHERE "productId" IS NOT NULL;
ALTER TABLE "AuditEntry" ENABLE TRIGGER "AuditEntry_append_only";

DROP INDEX "AuditEntry_of_product";
ALTER TABLE "AuditEntry" DROP COLUMN "productId";
CREATE INDEX "AuditEntry_of_product" ON "AuditEntry" USING gin ("productIds") WHERE "productIds" IS NOT NULL;
