// The card and words of each setting. In a separate file, because only views need them: the background imports the list of settings.
import { SETTING_NAMES, SETTINGS } from './settings.ts';
import type { SettingName, Settings } from './settings.ts';
import type { WordKey } from '../words/word-keys.ts';

/** A card of the settings section, the popup or the welcome page. */
type Card = 'notice' | 'language' | 'look-up' | 'deep-check' | 'offers' | 'plans' | 'popup';

interface ShownSetting {
  readonly card: Card;
  readonly words: WordKey;
  /** A longer text under an on/off setting. */
  readonly help?: WordKey;
}

/** A setting that is on or off. */
export type SwitchName = {
  [Name in SettingName]: Settings[Name] extends boolean ? Name : never;
}[SettingName];

/** Every setting: the type checker reports one that is missing. */
export const SETTING_CARDS: Readonly<Record<SettingName, ShownSetting>> = {
  language: { card: 'language', words: 'options_language' },
  notice: { card: 'notice', words: 'options_notice', help: 'options_notice_help' },
  voice: { card: 'popup', words: 'welcome_voice' },
  lookUp: { card: 'look-up', words: 'options_look_up_offer', help: 'options_look_up_help' },
  lookUpServer: { card: 'look-up', words: 'options_look_up_server' },
  deepSites: { card: 'deep-check', words: 'options_deep_sites' },
  hideOffers: { card: 'offers', words: 'options_hide_offers', help: 'options_hide_offers_help' },
  campaigns: { card: 'offers', words: 'options_campaigns', help: 'options_campaigns_help' },
  signUpAddress: { card: 'plans', words: 'options_sign_up' },
  mutedSites: { card: 'notice', words: 'options_muted' },
};

/** The on/off settings of a card, in the order of the list of settings. */
export function switchesOn(card: Card): readonly SwitchName[] {
  return SETTING_NAMES.filter(
    (name): name is SwitchName =>
      SETTING_CARDS[name].card === card && typeof SETTINGS[name].fallback === 'boolean',
  );
}
