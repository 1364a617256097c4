-- CreateEnum
CREATE TYPE "RenewalWarranty" AS ENUM ('NEVER', 'LATER', 'AT_ORDER');

-- CreateEnum
CREATE TYPE "Period" AS ENUM ('MONTH', 'QUARTER', 'YEAR');

-- CreateEnum
CREATE TYPE "ResourceType" AS ENUM ('MAILBOX', 'FOLDER', 'CHANNEL', 'CALENDAR', 'ADDRESS_BOOK');

-- CreateEnum
CREATE TYPE "TeamColour" AS ENUM ('BLUE', 'TEAL', 'GREEN', 'LIME', 'AMBER', 'ORANGE', 'RED', 'PINK', 'PURPLE', 'GREY');

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "invitationId" UUID;

-- CreateTable
CREATE TABLE "ProductKind" (
    "key" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "isPersonal" BOOLEAN NOT NULL DEFAULT false,
    "renewalWarranty" "RenewalWarranty" NOT NULL DEFAULT 'NEVER',
    "isTransferable" BOOLEAN NOT NULL DEFAULT true,
    "upgradeOnly" BOOLEAN NOT NULL DEFAULT false,
    "includes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProductKind_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Offer" (
    "kindKey" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "storageGb" INTEGER,
    "addresses" INTEGER,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("kindKey","key")
);

-- CreateTable
CREATE TABLE "Price" (
    "kindKey" TEXT NOT NULL,
    "offerKey" TEXT NOT NULL,
    "period" "Period" NOT NULL,
    "currency" "Currency" NOT NULL,
    "fromQuantity" INTEGER NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "Price_pkey" PRIMARY KEY ("kindKey","offerKey","period","currency","fromQuantity")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "kindKey" TEXT NOT NULL,
    "offerKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "period" "Period" NOT NULL,
    "startedOn" DATE NOT NULL,
    "paidUntil" DATE NOT NULL,
    "partOfId" UUID,
    "personalOfId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resource" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "subscriptionId" UUID NOT NULL,
    "type" "ResourceType" NOT NULL,
    "name" TEXT NOT NULL,
    "sharedRights" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessGrant" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "membershipId" UUID,
    "teamId" UUID,
    "invitationId" UUID,
    "subscriptionId" UUID,
    "resourceId" UUID,
    "kindKey" TEXT,
    "rights" INTEGER NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID NOT NULL,
    "grantedByName" TEXT NOT NULL,

    CONSTRAINT "AccessGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProvisioningEvent" (
    "id" BIGSERIAL NOT NULL,
    "organizationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProvisioningEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "colour" "TeamColour" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "organizationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "isLeader" BOOLEAN NOT NULL DEFAULT false,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("teamId","membershipId")
);

-- CreateTable
CREATE TABLE "InvitationTeam" (
    "organizationId" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,

    CONSTRAINT "InvitationTeam_pkey" PRIMARY KEY ("invitationId","teamId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_organizationId_id_key" ON "Subscription"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Resource_organizationId_id_key" ON "Resource"("organizationId", "id");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_membershipId_idx" ON "AccessGrant"("organizationId", "membershipId");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_teamId_idx" ON "AccessGrant"("organizationId", "teamId");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_invitationId_idx" ON "AccessGrant"("organizationId", "invitationId");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_subscriptionId_idx" ON "AccessGrant"("organizationId", "subscriptionId");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_resourceId_idx" ON "AccessGrant"("organizationId", "resourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_organizationId_id_key" ON "Team"("organizationId", "id");

-- CreateIndex
CREATE INDEX "TeamMember_organizationId_membershipId_idx" ON "TeamMember"("organizationId", "membershipId");

-- CreateIndex
CREATE INDEX "InvitationTeam_organizationId_teamId_idx" ON "InvitationTeam"("organizationId", "teamId");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_invitationId_fkey" FOREIGN KEY ("organizationId", "invitationId") REFERENCES "Invitation"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_kindKey_fkey" FOREIGN KEY ("kindKey") REFERENCES "ProductKind"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_kindKey_offerKey_fkey" FOREIGN KEY ("kindKey", "offerKey") REFERENCES "Offer"("kindKey", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_kindKey_fkey" FOREIGN KEY ("kindKey") REFERENCES "ProductKind"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_kindKey_offerKey_fkey" FOREIGN KEY ("kindKey", "offerKey") REFERENCES "Offer"("kindKey", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_organizationId_partOfId_fkey" FOREIGN KEY ("organizationId", "partOfId") REFERENCES "Subscription"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_organizationId_subscriptionId_fkey" FOREIGN KEY ("organizationId", "subscriptionId") REFERENCES "Subscription"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_membershipId_fkey" FOREIGN KEY ("organizationId", "membershipId") REFERENCES "Membership"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_teamId_fkey" FOREIGN KEY ("organizationId", "teamId") REFERENCES "Team"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_invitationId_fkey" FOREIGN KEY ("organizationId", "invitationId") REFERENCES "Invitation"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_subscriptionId_fkey" FOREIGN KEY ("organizationId", "subscriptionId") REFERENCES "Subscription"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_resourceId_fkey" FOREIGN KEY ("organizationId", "resourceId") REFERENCES "Resource"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_kindKey_fkey" FOREIGN KEY ("kindKey") REFERENCES "ProductKind"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_organizationId_teamId_fkey" FOREIGN KEY ("organizationId", "teamId") REFERENCES "Team"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_organizationId_membershipId_fkey" FOREIGN KEY ("organizationId", "membershipId") REFERENCES "Membership"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationTeam" ADD CONSTRAINT "InvitationTeam_organizationId_invitationId_fkey" FOREIGN KEY ("organizationId", "invitationId") REFERENCES "Invitation"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationTeam" ADD CONSTRAINT "InvitationTeam_organizationId_teamId_fkey" FOREIGN KEY ("organizationId", "teamId") REFERENCES "Team"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
