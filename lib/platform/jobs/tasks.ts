import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { env } from "../env";
import { forgetLeftovers } from "../leftovers";
import { deliverMail, noteLostMails } from "../mail/delivery";
import { mailSender, type Sender } from "../mail/sender";
import { deliverProvisioning, inDatabase, type Provisioner } from "../provisioner";

const MailPayload = z.object({ ids: z.array(z.uuid()) });

/** What the worker does by the clock (UTC), in graphile-worker's crontab format; what a day without a worker missed is caught up. */
export const CRONTAB = `
  * * * * * note_lost_mails
  * * * * * tell_back_end
  23 3 * * * forget_leftovers ?fill=1d
`;

/** What the worker can be asked to do, and how it is put down afterwards. */
export type Tasks = { taskList: TaskList; close(): void };

/**
 * The tasks of this installation. They work as the application's role; the owner's connection is for the queue only.
 * `sender` stands in for the configured mail server, `provisioner` for whatever makes mailboxes and the like.
 */
export function workerTasks(
  sender: Sender | null = configuredSender(),
  provisioner: Provisioner = inDatabase,
): Tasks {
  return {
    taskList: {
      async deliver_mail(payload, { job, addJobs }) {
        if (!sender) throw new Error("SMTP_URL is not set: the mail waits");
        const { ids } = MailPayload.parse(payload);
        const [only] = ids;
        if (only && ids.length === 1) return deliverMail(only, sender, job.attempts >= job.max_attempts);
        // Each has its own fate, and its own job. Dividing them twice does no harm: a mail is claimed once.
        await addJobs(
          ids.map((id) => ({
            identifier: "deliver_mail",
            payload: { ids: [id] },
            maxAttempts: job.max_attempts,
          })),
        );
      },
      async note_lost_mails() {
        await noteLostMails();
      },
      async tell_back_end() {
        await deliverProvisioning(provisioner);
      },
      async forget_leftovers() {
        await forgetLeftovers();
      },
    },
    close: () => sender?.close(),
  };
}

function configuredSender(): Sender | null {
  const { smtpUrl, mailFrom } = env();
  return smtpUrl === undefined ? null : mailSender(smtpUrl, mailFrom);
}
