import type { DemoArticle } from './demo-article.ts';
import { bridgeHack } from './script/bridge-hack.ts';
import { companies } from './script/companies.ts';
import { crash } from './script/crash.ts';
import { eveOfTheCrash } from './script/eve-of-the-crash.ts';
import { liquidations } from './script/liquidations.ts';
import { ratesAndFlows } from './script/rates-and-flows.ts';
import { upside } from './script/upside.ts';
import { weekBegins } from './script/week-begins.ts';
import { weekDarkens } from './script/week-darkens.ts';

/** The scripted news week. Outlets, people and events are invented, assets are real. */
export const SCRIPT: readonly DemoArticle[] = [
  ...weekBegins,
  ...weekDarkens,
  ...eveOfTheCrash,
  ...crash,
  ...liquidations,
  ...ratesAndFlows,
  ...bridgeHack,
  ...upside,
  ...companies,
];
