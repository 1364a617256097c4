import type { IConfiguration, IForbiddenRuleType } from "dependency-cruiser";

export const AREAS: string[];
declare const config: { forbidden: IForbiddenRuleType[]; options: NonNullable<IConfiguration["options"]> };
export default config;
