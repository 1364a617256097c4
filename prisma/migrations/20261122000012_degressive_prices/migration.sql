-- From this quantity one unit costs so many hundredths of a percent less than its public price. Kept as a rate, because
-- it goes together with a partner's rebate before anything is rounded (PART-11).
ALTER TABLE "Price" ADD COLUMN "reductionBasisPoints" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Price" ADD CONSTRAINT "Price_reduction" CHECK ("reductionBasisPoints" BETWEEN 0 AND 10000);
