-- When a person accepted the general terms. Older accounts keep none: not everybody was asked.
ALTER TABLE "User" ADD COLUMN "termsAcceptedAt" TIMESTAMPTZ(3);
