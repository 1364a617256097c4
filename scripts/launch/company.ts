import { reasonOf, say } from "../say";

/** Something that runs beside us until it is stopped. */
export type Running = {
  /** Resolves when it has ended, wanted or not. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

type Member = { running: Running; readonly isFoundation: boolean };

const MINUTE = 60_000;
const RESTARTS_A_MINUTE = 5;

/** Everything that runs under one command. What dies is started again; what dies over and over ends all of it. */
export class Company {
  private readonly members = new Set<Member>();
  private readonly beginnings: Promise<unknown>[] = [];
  private isLeaving = false;
  private giveUp: (reason: string) => void = () => undefined;
  /** Resolves with the reason when something cannot be kept running. */
  readonly givenUp = new Promise<string>((resolve) => {
    this.giveUp = resolve;
  });

  /**
   * Starts something and keeps it running; gives what was started first.
   * A foundation is what others stand on: it is stopped when they have been.
   */
  async keep<T extends Running>(name: string, start: () => Promise<T>, isFoundation = false): Promise<T> {
    const first = await this.begin(start);
    const member: Member = { running: first, isFoundation };
    this.members.add(member);
    void this.watch(name, member, start);
    return first;
  }

  /** Something that ends by itself, such as a build; it is stopped with the others when they are before it ends. */
  async borrow<T extends Running>(start: () => T): Promise<T> {
    const running = await this.begin(async () => start());
    const member: Member = { running, isFoundation: false };
    this.members.add(member);
    void running.ended.then(() => this.members.delete(member));
    return running;
  }

  /** Stops everything, also what is only just starting. */
  async leave(): Promise<void> {
    this.isLeaving = true;
    await this.stop(false);
    await Promise.allSettled(this.beginnings);
    await this.stop(false);
    await this.stop(true);
  }

  private async stop(foundations: boolean): Promise<void> {
    const chosen = [...this.members].filter(({ isFoundation }) => isFoundation === foundations);
    await Promise.all(chosen.map(({ running }) => running.stop()));
  }

  private begin<T>(start: () => Promise<T>): Promise<T> {
    if (this.isLeaving) return Promise.reject(new Error("everything is being stopped"));
    const beginning = start();
    this.beginnings.push(beginning);
    return beginning;
  }

  private async watch(name: string, member: Member, start: () => Promise<Running>): Promise<void> {
    const deaths: number[] = [];
    for (;;) {
      await member.running.ended;
      if (this.isLeaving) return;
      deaths.push(Date.now());
      const recent = deaths.filter((at) => at > Date.now() - MINUTE).length;
      if (recent > RESTARTS_A_MINUTE)
        return this.giveUp(`The ${name} ended ${recent} times within a minute.`);
      say(`The ${name} ended; it is started again.`);
      await new Promise((resolve) => setTimeout(resolve, 200 * recent));
      try {
        if (!this.isLeaving) member.running = await this.begin(start);
      } catch (error) {
        return this.giveUp(`The ${name} could not be started again: ${reasonOf(error)}`);
      }
    }
  }
}
